package com.barraiser.vocabulary.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What must hold of the surrogate keys of a table: every row has one, none has another's, and none
 * has another one than in earlier versions of the table.
 *
 * @param table the table that gives the keys
 * @param key the column of the keys
 * @param business the columns that say what a row is about
 */
public record SurrogateKeys(String table, String key, List<String> business) {

  /** So many versions back a change of keys is looked for: more than a batch makes. */
  private static final long VERSIONS = 3;

  /** Copies the columns. */
  public SurrogateKeys {
    business = List.copyOf(business);
  }

  /** What is wrong, a line each. */
  public List<String> broken(Warehouse warehouse) {
    long newest = warehouse.version(table);
    List<String> broken = new ArrayList<>();
    Row counts =
        keys(warehouse, newest).agg(count(lit(1)), count(col(key)), countDistinct(key)).head();
    if (counts.getLong(1) < counts.getLong(0)) {
      broken.add("%s has rows without a %s".formatted(table, key));
    }
    if (counts.getLong(2) < counts.getLong(1)) {
      broken.add("%s has a %s twice".formatted(table, key));
    }
    if (newest > 0 && !changed(warehouse, newest).isEmpty()) {
      broken.add("%s has a row with another %s than it had before".formatted(table, key));
    }
    return broken;
  }

  private Dataset<Row> changed(Warehouse warehouse, long newest) {
    return LongStream.rangeClosed(Math.max(0, newest - VERSIONS), newest)
        .mapToObj(version -> keys(warehouse, version))
        .reduce(Dataset::union)
        .orElseThrow()
        .groupBy(business.stream().map(functions::col).toArray(Column[]::new))
        .agg(countDistinct(key).as(key))
        .filter(col(key).gt(1));
  }

  private Dataset<Row> keys(Warehouse warehouse, long version) {
    return warehouse
        .spark()
        .read()
        .format("delta")
        .option("versionAsOf", version)
        .load(warehouse.path(table))
        .select(
            Stream.concat(Stream.of(key), business.stream())
                .map(functions::col)
                .toArray(Column[]::new));
  }
}
