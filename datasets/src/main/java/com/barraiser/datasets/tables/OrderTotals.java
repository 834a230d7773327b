package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code orders} as a ledger sees it: one row per order with its total, in any order. */
public final class OrderTotals {

  /** Identifies the order; unique. */
  public static final String ORDER_ID = "order_id";

  /** The instant at which the order was placed, in microseconds. */
  public static final String ORDER_TS = "order_ts";

  /** What the order is worth; may be negative. */
  public static final String ORDER_TOTAL = "order_total";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("orders")
          .identifier(ORDER_ID, DataTypes.StringType)
          .required(ORDER_TS, DataTypes.TimestampType)
          .required(ORDER_TOTAL, DataTypes.createDecimalType(18, 2))
          .build();

  private OrderTotals() {}
}
