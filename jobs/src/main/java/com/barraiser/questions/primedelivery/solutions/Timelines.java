package com.barraiser.questions.primedelivery.solutions;

import static com.barraiser.datasets.tables.AddressChanges.ADDRESS_ID;
import static com.barraiser.datasets.tables.AddressChanges.CITY;
import static com.barraiser.datasets.tables.AddressChanges.CUSTOMER_ID;
import static com.barraiser.datasets.tables.AddressChanges.EFFECTIVE_AT;
import static com.barraiser.datasets.tables.AddressChanges.IS_PRIME;
import static com.barraiser.datasets.tables.AddressChanges.RECORDED_AT;
import static com.barraiser.datasets.tables.AddressChanges.REGION;
import static com.barraiser.questions.primedelivery.PrimeDelivery.ADDRESS_KEY;
import static com.barraiser.questions.primedelivery.PrimeDelivery.IS_CURRENT;
import static com.barraiser.questions.primedelivery.PrimeDelivery.KEYS;
import static com.barraiser.questions.primedelivery.PrimeDelivery.VALID_FROM;
import static com.barraiser.questions.primedelivery.PrimeDelivery.VALID_TO;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import com.barraiser.questions.primedelivery.StoredTables;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** The intervals of customers, from the changes that are known and those that arrive. */
final class Timelines {

  private static final String VERSION = "version";
  private static final String KNOWN_VERSION = "known_version";
  private static final String KNOWN_END = "known_end";

  private Timelines() {}

  /** The intervals that the dimension lacks or has otherwise, with the keys that they get. */
  static Dataset<Row> differences(Dataset<Row> dimension, Dataset<Row> changes) {
    Dataset<Row> named = changes.select(CUSTOMER_ID).distinct();
    Dataset<Row> touched = dimension.join(named, new String[] {CUSTOMER_ID}, "left_semi");
    return withKeys(intervals(touched, changes).filter(not(isKnown())), dimension);
  }

  /** All intervals, with the keys that they have or get. */
  static Dataset<Row> all(Dataset<Row> dimension, Dataset<Row> changes) {
    return withKeys(intervals(dimension, changes), dimension);
  }

  private static Dataset<Row> intervals(Dataset<Row> rows, Dataset<Row> changes) {
    return known(rows)
        .unionByName(arriving(changes))
        .groupBy(CUSTOMER_ID, VALID_FROM)
        .agg(
            max(VERSION).as(VERSION),
            max(KNOWN_VERSION).as(KNOWN_VERSION),
            max(KNOWN_END).as(KNOWN_END),
            max(ADDRESS_KEY).as(ADDRESS_KEY))
        .withColumn(VALID_TO, nextStart())
        .withColumn(IS_CURRENT, col(VALID_TO).isNull());
  }

  private static Dataset<Row> known(Dataset<Row> dimension) {
    return dimension.select(
        col(CUSTOMER_ID),
        col(VALID_FROM),
        version().as(VERSION),
        version().as(KNOWN_VERSION),
        col(VALID_TO).as(KNOWN_END),
        col(ADDRESS_KEY));
  }

  private static Dataset<Row> arriving(Dataset<Row> changes) {
    return changes.select(
        col(CUSTOMER_ID),
        col(EFFECTIVE_AT).as(VALID_FROM),
        version().as(VERSION),
        when(lit(false), version()).as(KNOWN_VERSION),
        lit(null).cast(DataTypes.TimestampType).as(KNOWN_END),
        lit(null).cast(DataTypes.LongType).as(ADDRESS_KEY));
  }

  /** The greatest of several for one instant counts. */
  private static Column version() {
    return struct(RECORDED_AT, ADDRESS_ID, CITY, REGION, IS_PRIME);
  }

  private static Column nextStart() {
    return lead(VALID_FROM, 1).over(Window.partitionBy(CUSTOMER_ID).orderBy(VALID_FROM));
  }

  private static Column isKnown() {
    return col(ADDRESS_KEY)
        .isNotNull()
        .and(col(VERSION).eqNullSafe(col(KNOWN_VERSION)))
        .and(col(VALID_TO).eqNullSafe(col(KNOWN_END)));
  }

  private static Dataset<Row> withKeys(Dataset<Row> intervals, Dataset<Row> dimension) {
    Dataset<Row> unnumbered = intervals.filter(col(ADDRESS_KEY).isNull());
    return intervals
        .filter(col(ADDRESS_KEY).isNotNull())
        .unionByName(KEYS.given(unnumbered, dimension))
        .select(col("*"), col(VERSION + ".*"))
        .select(columns(StoredTables.ADDRESSES.fieldNames()));
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
  }
}
