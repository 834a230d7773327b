package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code orders} as a shop front sees it: one row per order that a customer placed in a
 * marketplace. Rows come in any order and may repeat.
 */
public final class PlacedOrders {

  /** Identifies the order; rows of an order may repeat. */
  public static final String ORDER_ID = "order_id";

  /** The customer, any 64-bit number; the same as in {@link Sessions}. */
  public static final String CUSTOMER_ID = Sessions.CUSTOMER_ID;

  /** The marketplace that the order was placed in; the same as in {@link Sessions}. */
  public static final String MARKETPLACE_ID = Sessions.MARKETPLACE_ID;

  /** The instant at which the order was placed, in microseconds. */
  public static final String ORDER_TS = "order_ts";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("orders")
          .identifier(ORDER_ID, DataTypes.StringType)
          .required(CUSTOMER_ID, DataTypes.LongType)
          .identifier(MARKETPLACE_ID, DataTypes.StringType)
          .required(ORDER_TS, DataTypes.TimestampType)
          .build();

  private PlacedOrders() {}
}
