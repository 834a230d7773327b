package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code orders} as a warehouse gets it by the hour: versions of orders, which are
 * shipped later or not at all. Rows may be late and repeated; of several for the same order, the
 * one that was updated last counts.
 */
public final class ShippingOrders {

  /** Identifies the order; not unique. */
  public static final String ORDER_ID = "order_id";

  /** Who ordered; may be in {@link CustomerRecords} later or never. */
  public static final String CUSTOMER_ID = CustomerRecords.CUSTOMER_ID;

  /** What was ordered; may be in {@link SkuRecords} later or never. */
  public static final String SKU_ID = SkuRecords.SKU_ID;

  /** The instant at which the order was placed, in microseconds. */
  public static final String ORDER_TS = "order_ts";

  /** The instant at which the order was shipped, in microseconds; null while it has not been. */
  public static final String SHIP_TS = "ship_ts";

  /** What the order is worth. */
  public static final String PRICE = "price";

  /** The instant of the version, in microseconds. */
  public static final String UPDATED_AT = CustomerRecords.UPDATED_AT;

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("orders")
          .identifier(ORDER_ID, DataTypes.StringType)
          .required(CUSTOMER_ID, DataTypes.LongType)
          .identifier(SKU_ID, DataTypes.StringType)
          .required(ORDER_TS, DataTypes.TimestampType)
          .optional(SHIP_TS, DataTypes.TimestampType)
          .required(PRICE, DataTypes.createDecimalType(18, 2))
          .required(UPDATED_AT, DataTypes.TimestampType)
          .build();

  private ShippingOrders() {}
}
