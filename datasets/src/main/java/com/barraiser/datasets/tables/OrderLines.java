package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code order_lines}: versions of the lines of orders as they land, in any order and as
 * often as a source repeats them. A version of a line belongs to the day and the marketplace under
 * which it lands; another version of the same line may land under others.
 */
public final class OrderLines {

  /** The business day, which the landing zone has in the name of a folder. */
  public static final String EVENT_DATE = "event_date";

  /** The order. */
  public static final String ORDER_ID = "order_id";

  /** The number of the line in its order. */
  public static final String LINE_ID = "line_id";

  /** The marketplace, which the landing zone has in the name of a folder. */
  public static final String MARKETPLACE_ID = "marketplace_id";

  /** The customer, any 64-bit number. */
  public static final String CUSTOMER_ID = "customer_id";

  /** The product. */
  public static final String ASIN = "asin";

  /** How many pieces. */
  public static final String QTY = "qty";

  /** What one piece costs. */
  public static final String ITEM_PRICE = "item_price";

  /** What is taken off the line, not off a piece. */
  public static final String DISCOUNT = "discount";

  /** Where the order stands: any text, of which {@link #CANCELED} is one. */
  public static final String ORDER_STATUS = "order_status";

  /** The instant at which the order was placed, in microseconds. */
  public static final String ORDER_TS = "order_ts";

  /** The instant from which this version of the line holds, in microseconds. */
  public static final String UPDATED_AT = "updated_at";

  /** The status of a line that was called off. */
  public static final String CANCELED = "CANCELED";

  /** The table's definition. */
  public static final Table TABLE =
      described(
          Table.named("order_lines")
              .required(EVENT_DATE, DataTypes.DateType)
              .identifier(ORDER_ID, DataTypes.StringType)
              .required(LINE_ID, DataTypes.IntegerType)
              .identifier(MARKETPLACE_ID, DataTypes.StringType));

  /** The same in the files of a landing zone: what the folders say may be absent. */
  public static final Table LANDED =
      described(
          Table.named("order_lines")
              .identifier(ORDER_ID, DataTypes.StringType)
              .required(LINE_ID, DataTypes.IntegerType)
              .optional(MARKETPLACE_ID, DataTypes.StringType));

  private OrderLines() {}

  private static Table described(Table.Builder identified) {
    return identified
        .required(CUSTOMER_ID, DataTypes.LongType)
        .identifier(ASIN, DataTypes.StringType)
        .required(QTY, DataTypes.IntegerType)
        .required(ITEM_PRICE, DataTypes.createDecimalType(18, 2))
        .required(DISCOUNT, DataTypes.createDecimalType(18, 2))
        .required(ORDER_STATUS, DataTypes.StringType)
        .required(ORDER_TS, DataTypes.TimestampType)
        .required(UPDATED_AT, DataTypes.TimestampType)
        .build();
  }
}
