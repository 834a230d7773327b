package com.barraiser.vocabulary.warehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * The surrogate keys of a table, and what must hold of them: every row has one, none has another's,
 * and none has another one than in earlier versions of the table.
 *
 * @param table the table that gives the keys
 * @param key the column of the keys
 * @param business the columns that say what a row is about
 */
public record SurrogateKeys(String table, String key, List<String> business) {

  private static final String NUMBER = "number";
  private static final String GREATEST_KEY = "greatest_key";

  /** So many versions back a change of keys is looked for: more than a batch makes. */
  private static final long VERSIONS = 3;

  /** Copies the columns. */
  public SurrogateKeys {
    business = List.copyOf(business);
  }

  /**
   * Gives rows the keys after the greatest one of a table, in the order of what the rows are about.
   * All of them pass through one task.
   *
   * @param rows those that have no key yet
   * @param keyed the rows of the table until now
   */
  public Dataset<Row> given(Dataset<Row> rows, Dataset<Row> keyed) {
    Dataset<Row> greatest = keyed.agg(coalesce(max(key), lit(0L)).as(GREATEST_KEY));
    Column number =
        row_number()
            .over(Window.orderBy(business.stream().map(functions::col).toArray(Column[]::new)));
    return rows.withColumn(NUMBER, number)
        .join(greatest, lit(true), "inner")
        .withColumn(key, col(GREATEST_KEY).plus(col(NUMBER)))
        .drop(NUMBER, GREATEST_KEY);
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
        .table(table, version)
        .select(
            Stream.concat(Stream.of(key), business.stream())
                .map(functions::col)
                .toArray(Column[]::new));
  }
}
