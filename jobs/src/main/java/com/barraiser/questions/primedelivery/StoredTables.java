package com.barraiser.questions.primedelivery;

import static com.barraiser.datasets.tables.DeliveryEvents.CUSTOMER_ID;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERED_AT;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERY_ID;
import static com.barraiser.datasets.tables.DeliveryEvents.PROMISED_AT;
import static com.barraiser.datasets.tables.DeliveryEvents.RECORDED_AT;
import static com.barraiser.questions.primedelivery.PrimeDelivery.ADDRESS_KEY;
import static com.barraiser.questions.primedelivery.PrimeDelivery.DIM_ADDRESS;
import static com.barraiser.questions.primedelivery.PrimeDelivery.FACT_DELIVERY;

import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The tables as they are stored: beside what is asked for they have a key, and the time at which a
 * row's version was recorded, without which a late row could not be told from a newer one.
 */
public final class StoredTables {

  /** The UTC day of {@code promised_at}, by which the deliveries are partitioned. */
  public static final String PROMISED_DATE = "promised_date";

  /** The columns of {@code dim_address}. */
  public static final StructType ADDRESSES =
      with(new StructType().add(ADDRESS_KEY, DataTypes.LongType), PrimeDelivery.ADDRESS_SCHEMA)
          .add(RECORDED_AT, DataTypes.TimestampType);

  /** The columns of {@code fact_delivery}. */
  public static final StructType STORED_DELIVERIES =
      new StructType()
          .add(DELIVERY_ID, DataTypes.StringType)
          .add(CUSTOMER_ID, DataTypes.LongType)
          .add(PROMISED_AT, DataTypes.TimestampType)
          .add(DELIVERED_AT, DataTypes.TimestampType)
          .add(RECORDED_AT, DataTypes.TimestampType)
          .add(ADDRESS_KEY, DataTypes.LongType)
          .add(PROMISED_DATE, DataTypes.DateType);

  private StoredTables() {}

  /** Creates both tables unless they exist. */
  public static void create(Warehouse warehouse, Map<String, String> properties) {
    warehouse.create(DIM_ADDRESS, ADDRESSES, List.of(), properties);
    warehouse.create(FACT_DELIVERY, STORED_DELIVERIES, List.of(PROMISED_DATE), properties);
  }

  private static StructType with(StructType first, StructType others) {
    StructType all = first;
    for (var field : others.fields()) {
      all = all.add(field);
    }
    return all;
  }
}
