package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code orders} as a customer's history has it: one row per order with what it costs and
 * where it stands, in any order of rows.
 */
public final class CustomerOrders {

  /** Identifies the order; unique. */
  public static final String ORDER_ID = "order_id";

  /** The customer who placed the order; any 64 bits. */
  public static final String CUSTOMER_ID = "customer_id";

  /** The instant at which the order was placed, in microseconds. */
  public static final String ORDER_TS = "order_ts";

  /** What the order costs; below zero for a credit. */
  public static final String ORDER_TOTAL = "order_total";

  /** Where the order stands: any text, of which {@link #CANCELED} is one. */
  public static final String ORDER_STATUS = "order_status";

  /** The status of an order that was called off. */
  public static final String CANCELED = "CANCELED";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("orders")
          .identifier(ORDER_ID, DataTypes.StringType)
          .required(CUSTOMER_ID, DataTypes.LongType)
          .required(ORDER_TS, DataTypes.TimestampType)
          .required(ORDER_TOTAL, DataTypes.createDecimalType(18, 2))
          .required(ORDER_STATUS, DataTypes.StringType)
          .build();

  private CustomerOrders() {}
}
