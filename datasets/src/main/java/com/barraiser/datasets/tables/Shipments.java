package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code shipments}: one row per parcel of an order, shipped or not, in any order. */
public final class Shipments {

  /** Identifies the shipment; unique. */
  public static final String SHIPMENT_ID = "shipment_id";

  /** The order that the shipment is a part of; must be in {@link OrderTotals}. */
  public static final String ORDER_ID = OrderTotals.ORDER_ID;

  /** The instant at which the shipment left, in microseconds; null while it has not. */
  public static final String SHIPPED_TS = "shipped_ts";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("shipments")
          .identifier(SHIPMENT_ID, DataTypes.StringType)
          .identifier(ORDER_ID, DataTypes.StringType)
          .optional(SHIPPED_TS, DataTypes.TimestampType)
          .references(ORDER_ID, OrderTotals.TABLE)
          .build();

  private Shipments() {}
}
