package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code delivery_events}: what is known of a delivery. Rows may be late and repeated; of
 * several for the same delivery, the one that was recorded last counts.
 */
public final class DeliveryEvents {

  /** Identifies the delivery; not unique. */
  public static final String DELIVERY_ID = "delivery_id";

  /** Who gets it. */
  public static final String CUSTOMER_ID = AddressChanges.CUSTOMER_ID;

  /** The instant until which the delivery was promised, in microseconds. */
  public static final String PROMISED_AT = "promised_at";

  /** The instant at which it was delivered, in microseconds. */
  public static final String DELIVERED_AT = "delivered_at";

  /** The instant at which the row was recorded: its version, in microseconds. */
  public static final String RECORDED_AT = AddressChanges.RECORDED_AT;

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("delivery_events")
          .identifier(DELIVERY_ID, DataTypes.StringType)
          .required(CUSTOMER_ID, DataTypes.LongType)
          .required(PROMISED_AT, DataTypes.TimestampType)
          .required(DELIVERED_AT, DataTypes.TimestampType)
          .required(RECORDED_AT, DataTypes.TimestampType)
          .build();

  private DeliveryEvents() {}
}
