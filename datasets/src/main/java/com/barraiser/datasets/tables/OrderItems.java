package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code order_items}: one row per line of an order, in any order. Lines have no key, so
 * equal rows are lines of their own.
 */
public final class OrderItems {

  /** The order that the line belongs to; the same as in {@link CustomerOrders}. */
  public static final String ORDER_ID = CustomerOrders.ORDER_ID;

  /** The product that was ordered. */
  public static final String ASIN = "asin";

  /** How many pieces; below zero where some were taken back. */
  public static final String QTY = "qty";

  /** What one piece costs. */
  public static final String ITEM_PRICE = "item_price";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("order_items")
          .identifier(ORDER_ID, DataTypes.StringType)
          .identifier(ASIN, DataTypes.StringType)
          .required(QTY, DataTypes.IntegerType)
          .required(ITEM_PRICE, DataTypes.createDecimalType(18, 2))
          .build();

  private OrderItems() {}
}
