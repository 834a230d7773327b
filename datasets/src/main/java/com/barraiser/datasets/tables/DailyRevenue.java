package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code daily_revenue}: what a category of a marketplace brought in on a day, in as many
 * rows as were booked. Rows come in any order, may repeat, and add up.
 */
public final class DailyRevenue {

  /** The marketplace; one that {@link Marketplaces} does not have makes the row an orphan. */
  public static final String MARKETPLACE_ID = Marketplaces.MARKETPLACE_ID;

  /** The day of the orders. */
  public static final String ORDER_DATE = "order_date";

  /** The product category, any text; names that differ by case are different categories. */
  public static final String CATEGORY = "category";

  /** The revenue that the row adds; negative where refunds outweigh sales. */
  public static final String REVENUE = "revenue";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("daily_revenue")
          .identifier(MARKETPLACE_ID, DataTypes.StringType)
          .required(ORDER_DATE, DataTypes.DateType)
          .required(CATEGORY, DataTypes.StringType)
          .required(REVENUE, DataTypes.createDecimalType(18, 2))
          .references(MARKETPLACE_ID, Marketplaces.TABLE)
          .build();

  private DailyRevenue() {}
}
