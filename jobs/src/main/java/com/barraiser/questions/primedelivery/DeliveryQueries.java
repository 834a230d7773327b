package com.barraiser.questions.primedelivery;

import static com.barraiser.datasets.tables.AddressChanges.CUSTOMER_ID;
import static com.barraiser.datasets.tables.AddressChanges.REGION;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERED_AT;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERY_ID;
import static com.barraiser.datasets.tables.DeliveryEvents.PROMISED_AT;
import static com.barraiser.questions.primedelivery.PrimeDelivery.ADDRESS_KEY;
import static com.barraiser.questions.primedelivery.PrimeDelivery.ADDRESS_VALID_FROM;
import static com.barraiser.questions.primedelivery.PrimeDelivery.DELIVERIES;
import static com.barraiser.questions.primedelivery.PrimeDelivery.DELIVERY_DATE;
import static com.barraiser.questions.primedelivery.PrimeDelivery.DIM_ADDRESS;
import static com.barraiser.questions.primedelivery.PrimeDelivery.FACT_DELIVERY;
import static com.barraiser.questions.primedelivery.PrimeDelivery.ON_TIME;
import static com.barraiser.questions.primedelivery.PrimeDelivery.RATE;
import static com.barraiser.questions.primedelivery.PrimeDelivery.VALID_FROM;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is asked of the two tables, whatever keys they use. */
final class DeliveryQueries {

  private DeliveryQueries() {}

  /** The deliveries; in the place of the address's key stands since when it holds. */
  static Dataset<Row> resolvedDeliveries(Warehouse warehouse) {
    Dataset<Row> addresses = warehouse.table(DIM_ADDRESS).select(ADDRESS_KEY, VALID_FROM);
    return warehouse
        .table(FACT_DELIVERY)
        .join(addresses, new String[] {ADDRESS_KEY}, "left_outer")
        .select(
            col(DELIVERY_ID),
            col(CUSTOMER_ID),
            col(PROMISED_AT),
            col(DELIVERED_AT),
            col(VALID_FROM).as(ADDRESS_VALID_FROM));
  }

  /** The share of deliveries on time; one without an address belongs to no region. */
  static Dataset<Row> onTimeRate(Warehouse warehouse) {
    Dataset<Row> addresses = warehouse.table(DIM_ADDRESS).select(ADDRESS_KEY, REGION);
    return warehouse
        .table(FACT_DELIVERY)
        .join(addresses, new String[] {ADDRESS_KEY}, "inner")
        .groupBy(col(REGION), to_date(col(DELIVERED_AT)).as(DELIVERY_DATE))
        .agg(
            count(lit(1)).as(DELIVERIES),
            count_if(col(DELIVERED_AT).leq(col(PROMISED_AT))).as(ON_TIME))
        .select(
            col(REGION),
            col(DELIVERY_DATE),
            col(DELIVERIES),
            col(ON_TIME),
            col(ON_TIME).divide(col(DELIVERIES)).as(RATE));
  }
}
