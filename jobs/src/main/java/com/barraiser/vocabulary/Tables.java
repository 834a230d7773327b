package com.barraiser.vocabulary;

import static org.apache.spark.sql.functions.max;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A question's input tables.
 *
 * @param rows the accepted rows of each table, by the table's name
 * @param lines the lines of each table that lies in JSON Lines, in one column {@code value}
 */
public record Tables(Map<String, Dataset<Row>> rows, Map<String, Dataset<Row>> lines) {

  /** Copies the maps. */
  public Tables {
    rows = Map.copyOf(rows);
    lines = Map.copyOf(lines);
  }

  /** The rows of a table, in the table's schema. */
  public Dataset<Row> table(String name) {
    return Optional.ofNullable(rows.get(name))
        .orElseThrow(
            () -> new IllegalArgumentException("no table " + name + " in " + rows.keySet()));
  }

  /** The latest time in a column of a table, or the epoch where the table is empty. */
  public Instant latest(String table, String column) {
    return latestIfAny(table, column).orElse(Instant.EPOCH);
  }

  /** The latest time in a column of a table, or nothing where the table is empty. */
  public Optional<Instant> latestIfAny(String table, String column) {
    Row row = table(table).agg(max(column)).head();
    return row.isNullAt(0) ? Optional.empty() : Optional.of(row.getInstant(0));
  }

  /** The latest day in a DATE column of a table, or the epoch's where the table is empty. */
  public LocalDate latestDate(String table, String column) {
    Row row = table(table).agg(max(column)).head();
    return row.isNullAt(0) ? LocalDate.EPOCH : row.getLocalDate(0);
  }

  /** The lines of a table as they stand in its files, where these are JSON Lines. */
  public Optional<Dataset<Row>> linesOf(String name) {
    return Optional.ofNullable(lines.get(name));
  }
}
