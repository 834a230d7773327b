package com.barraiser.questions.shippedrevenue.solutions;

import static com.barraiser.datasets.tables.CustomerRecords.UPDATED_AT;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.IS_INFERRED;
import static com.barraiser.vocabulary.warehouse.Sides.NEW;
import static com.barraiser.vocabulary.warehouse.Sides.OLD;
import static com.barraiser.vocabulary.warehouse.Sides.assignments;
import static com.barraiser.vocabulary.warehouse.Sides.same;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import com.barraiser.vocabulary.warehouse.SurrogateKeys;
import com.barraiser.vocabulary.warehouse.VersionGuard;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A dimension that keeps the latest version of every member, and gives a key to whoever is named
 * first: by a record or by an order.
 *
 * @param keys the dimension and its keys, by the one column that says who a member is
 * @param attributes what records say of a member
 */
record Members(SurrogateKeys keys, List<String> attributes) {

  private static final String VERSION = "version";
  private static final String KNOWN_VERSION = "known_version";

  /** Brings records in, and members without a record that orders name; in one commit or none. */
  void merge(Warehouse warehouse, Dataset<Row> records, Dataset<Row> orders) {
    warehouse.change(
        "merge " + table(),
        () -> {
          VersionGuard dimension = VersionGuard.of(warehouse, table());
          Dataset<Row> rows = differences(dimension.rows(), records, orders).persist();
          try {
            if (!rows.isEmpty()) {
              dimension.merge(
                  old ->
                      old.as(OLD)
                          .merge(rows.as(NEW), same(List.of(id())))
                          .whenMatched()
                          .update(assignments(Stream.concat(attributes.stream(), flags()).toList()))
                          .whenNotMatched()
                          .insert(assignments(stored().toList()))
                          .execute());
            }
          } finally {
            rows.unpersist();
          }
        });
  }

  /** The members that the dimension lacks or has in an older version. */
  Dataset<Row> differences(Dataset<Row> dimension, Dataset<Row> records, Dataset<Row> orders) {
    Dataset<Row> named =
        records
            .select(col(id()), version().as(VERSION))
            .unionByName(orders.select(col(id()), when(lit(false), nothing()).as(VERSION)))
            .groupBy(id())
            .agg(max(VERSION).as(VERSION));
    Dataset<Row> known =
        dimension.select(
            col(id()),
            col(key()),
            when(col(IS_INFERRED), lit(null)).otherwise(version()).as(KNOWN_VERSION));
    Column isUnknown = col(key()).isNull();
    Column isNewer =
        col(VERSION)
            .isNotNull()
            .and(col(KNOWN_VERSION).isNull().or(col(VERSION).gt(col(KNOWN_VERSION))));
    Dataset<Row> differing =
        named
            .join(known, new String[] {id()}, "left_outer")
            .filter(isUnknown.or(isNewer))
            .select(col(id()), col(key()), col(VERSION));
    return differing
        .filter(col(key()).isNotNull())
        .unionByName(keys.given(differing.filter(isUnknown), dimension))
        .withColumn(IS_INFERRED, col(VERSION).isNull())
        .select(col("*"), col(VERSION + ".*"))
        .select(stored().map(functions::col).toArray(Column[]::new));
  }

  private String table() {
    return keys.table();
  }

  private String key() {
    return keys.key();
  }

  /** The column that says who a member is. */
  private String id() {
    return keys.business().get(0);
  }

  /** The greatest of several for one member counts. */
  private Column version() {
    return struct(
        Stream.concat(Stream.of(UPDATED_AT), attributes.stream())
            .map(functions::col)
            .toArray(Column[]::new));
  }

  /** A version of the right type, for members of whom nothing is known. */
  private Column nothing() {
    return struct(
        Stream.concat(
                Stream.of(lit(null).cast("timestamp").as(UPDATED_AT)),
                attributes.stream().map(column -> lit(null).cast("string").as(column)))
            .toArray(Column[]::new));
  }

  private Stream<String> stored() {
    return Stream.concat(Stream.concat(Stream.of(key(), id()), attributes.stream()), flags());
  }

  private static Stream<String> flags() {
    return Stream.of(IS_INFERRED, UPDATED_AT);
  }
}
