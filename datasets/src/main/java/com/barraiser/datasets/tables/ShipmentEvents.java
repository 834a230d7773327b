package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code shipment_events}: one row per message about a shipment. Rows come in any order
 * and may repeat.
 */
public final class ShipmentEvents {

  /** The shipment that the event is about; must be in {@link Shipments}. */
  public static final String SHIPMENT_ID = Shipments.SHIPMENT_ID;

  /** The instant of the event, in microseconds. */
  public static final String EVENT_TS = "event_ts";

  /** What happened, any text. */
  public static final String EVENT_TYPE = "event_type";

  /** The type of an event that says that a shipment left. */
  public static final String SHIPPED = "SHIPPED";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("shipment_events")
          .identifier(SHIPMENT_ID, DataTypes.StringType)
          .required(EVENT_TS, DataTypes.TimestampType)
          .required(EVENT_TYPE, DataTypes.StringType)
          .references(SHIPMENT_ID, Shipments.TABLE)
          .build();

  private ShipmentEvents() {}
}
