package com.barraiser.vocabulary.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Of several rows about the same thing, the one that counts: the latest, and of several at the same
 * instant the greatest by its other columns, so that the order of arrival does not matter.
 *
 * @param key the columns that say what a row is about
 * @param version the column that says how new a row is
 */
public record LatestVersion(List<String> key, String version) {

  private static final String LATEST = "latest";

  /** Copies the key. */
  public LatestVersion {
    key = List.copyOf(key);
  }

  /** One row per key, with the same columns as the rows. */
  public Dataset<Row> of(Dataset<Row> rows) {
    Column[] columns = Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
    return rows.groupBy(columns(key))
        .agg(max(of(rows.columns())).as(LATEST))
        .select(
            Stream.concat(key.stream(), Stream.of(LATEST + ".*"))
                .map(functions::col)
                .toArray(Column[]::new))
        .select(columns);
  }

  /** What tells versions of a row apart: the greater one counts. */
  public Column of(String[] columns) {
    Stream<String> others =
        Arrays.stream(columns).filter(column -> !key.contains(column) && !column.equals(version));
    return struct(
        Stream.concat(Stream.of(version), others).map(functions::col).toArray(Column[]::new));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }
}
