package com.barraiser.questions.primedelivery.solutions;

import static com.barraiser.datasets.tables.AddressChanges.EFFECTIVE_AT;
import static com.barraiser.datasets.tables.DeliveryEvents.CUSTOMER_ID;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERED_AT;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERY_ID;
import static com.barraiser.datasets.tables.DeliveryEvents.PROMISED_AT;
import static com.barraiser.datasets.tables.DeliveryEvents.RECORDED_AT;
import static com.barraiser.questions.primedelivery.PrimeDelivery.ADDRESS_KEY;
import static com.barraiser.questions.primedelivery.PrimeDelivery.VALID_FROM;
import static com.barraiser.questions.primedelivery.PrimeDelivery.VALID_TO;
import static com.barraiser.questions.primedelivery.StoredTables.PROMISED_DATE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import com.barraiser.vocabulary.warehouse.IdLookup;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The deliveries that a batch brings or moves.
 *
 * @param addresses the dimension, with the batch's changes in it
 * @param fact the deliveries until now
 */
record DeliveryVersions(Dataset<Row> addresses, Dataset<Row> fact) {

  /** The partition in which a delivery lies until now; null for a new one. */
  static final String KNOWN_DATE = "known_date";

  private static final String VERSION = "version";
  private static final String KNOWN_VERSION = "known_version";
  private static final String KNOWN_KEY = "known_key";

  /** The deliveries that the fact lacks or has otherwise. */
  Dataset<Row> differences(Dataset<Row> changes, Dataset<Row> deliveries) {
    Dataset<Row> again = IdLookup.rows(fact, deliveries.select(DELIVERY_ID), PROMISED_DATE);
    Dataset<Row> touched = again.union(promisedWithin(begun(changes))).distinct();
    return latest(touched, deliveries).filter(not(isKnown())).transform(DeliveryVersions::stored);
  }

  /** All deliveries. */
  Dataset<Row> all(Dataset<Row> deliveries) {
    return latest(fact, deliveries).transform(DeliveryVersions::stored).drop(KNOWN_DATE);
  }

  private Dataset<Row> latest(Dataset<Row> rows, Dataset<Row> deliveries) {
    return known(rows)
        .unionByName(arriving(deliveries))
        .groupBy(DELIVERY_ID)
        .agg(
            max(VERSION).as(VERSION),
            max(KNOWN_VERSION).as(KNOWN_VERSION),
            max(KNOWN_KEY).as(KNOWN_KEY),
            max(KNOWN_DATE).as(KNOWN_DATE))
        .select(
            col(DELIVERY_ID),
            col(VERSION + ".*"),
            col(VERSION),
            col(KNOWN_VERSION),
            col(KNOWN_KEY),
            col(KNOWN_DATE))
        .transform(this::withAddress);
  }

  private static Dataset<Row> known(Dataset<Row> rows) {
    return rows.select(
        col(DELIVERY_ID),
        version().as(VERSION),
        version().as(KNOWN_VERSION),
        col(ADDRESS_KEY).as(KNOWN_KEY),
        col(PROMISED_DATE).as(KNOWN_DATE));
  }

  private static Dataset<Row> stored(Dataset<Row> deliveries) {
    return deliveries
        .withColumn(PROMISED_DATE, to_date(col(PROMISED_AT)))
        .select(
            col(DELIVERY_ID),
            col(CUSTOMER_ID),
            col(PROMISED_AT),
            col(DELIVERED_AT),
            col(RECORDED_AT),
            col(ADDRESS_KEY),
            col(PROMISED_DATE),
            col(KNOWN_DATE));
  }

  private Dataset<Row> begun(Dataset<Row> changes) {
    Dataset<Row> starts = changes.select(col(CUSTOMER_ID), col(EFFECTIVE_AT).as(VALID_FROM));
    return addresses
        .join(starts, new String[] {CUSTOMER_ID, VALID_FROM}, "left_semi")
        .select(CUSTOMER_ID, VALID_FROM, VALID_TO);
  }

  /** Only the days from the first start on are read. */
  private Dataset<Row> promisedWithin(Dataset<Row> intervals) {
    Row first = intervals.agg(min(to_date(col(VALID_FROM)))).head();
    Dataset<Row> since = fact.filter(col(PROMISED_DATE).geq(lit(first.get(0))));
    return since.as("delivery").join(intervals.as("interval"), isInForce(), "left_semi");
  }

  private static Dataset<Row> arriving(Dataset<Row> deliveries) {
    return deliveries.select(
        col(DELIVERY_ID),
        version().as(VERSION),
        when(lit(false), version()).as(KNOWN_VERSION),
        lit(null).cast(DataTypes.LongType).as(KNOWN_KEY),
        lit(null).cast(DataTypes.DateType).as(KNOWN_DATE));
  }

  private Dataset<Row> withAddress(Dataset<Row> deliveries) {
    Dataset<Row> intervals = addresses.select(ADDRESS_KEY, CUSTOMER_ID, VALID_FROM, VALID_TO);
    return deliveries
        .as("delivery")
        .join(intervals.as("interval"), isInForce(), "left_outer")
        .select(col("delivery.*"), col(ADDRESS_KEY));
  }

  /** From the start of an interval until just before its end. */
  private static Column isInForce() {
    Column promised = col("delivery." + PROMISED_AT);
    Column end = col("interval." + VALID_TO);
    return col("delivery." + CUSTOMER_ID)
        .equalTo(col("interval." + CUSTOMER_ID))
        .and(promised.geq(col("interval." + VALID_FROM)))
        .and(end.isNull().or(promised.lt(end)));
  }

  /** The greatest of several for one delivery counts. */
  private static Column version() {
    return struct(RECORDED_AT, CUSTOMER_ID, PROMISED_AT, DELIVERED_AT);
  }

  private static Column isKnown() {
    return col(KNOWN_DATE)
        .isNotNull()
        .and(col(VERSION).eqNullSafe(col(KNOWN_VERSION)))
        .and(col(ADDRESS_KEY).eqNullSafe(col(KNOWN_KEY)));
  }
}
