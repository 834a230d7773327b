package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code order_events}: one row per status that an order reached. Rows come in any order
 * and may repeat.
 */
public final class OrderEvents {

  /** The order that the event belongs to. */
  public static final String ORDER_ID = "order_id";

  /** The instant of the event, in microseconds. */
  public static final String EVENT_TIME = "event_time";

  /** The status that the order reached. */
  public static final String STATUS = "status";

  /**
   * All other fields of the event as one JSON object with sorted keys; null where there are none.
   */
  public static final String EXTRA = "extra";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("order_events")
          .identifier(ORDER_ID, DataTypes.StringType)
          .required(EVENT_TIME, DataTypes.TimestampType)
          .required(STATUS, DataTypes.StringType)
          .withRest(EXTRA);

  private OrderEvents() {}
}
