package com.barraiser.vocabulary.warehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * The surrogate keys of a table, BIGINTs. Every row has one, none has another's, and none has
 * another one after a batch than it had before.
 *
 * @param table the table that gives the keys
 * @param key the column of the keys
 * @param business the columns that say what a row is about
 */
public record SurrogateKeys(String table, String key, List<String> business) {

  private static final String NUMBER = "number";
  private static final String GREATEST_KEY = "greatest_key";

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

  /** Every row's key, after the columns that say what it is about, as they are now. */
  public Dataset<Row> rows(Warehouse warehouse) {
    Column[] columns =
        Stream.concat(business.stream(), Stream.of(key)).map(functions::col).toArray(Column[]::new);
    return warehouse.table(table).select(columns);
  }
}
