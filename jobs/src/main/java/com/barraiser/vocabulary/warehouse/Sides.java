package com.barraiser.vocabulary.warehouse;

import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/**
 * The two sides of a {@code MERGE}, by their aliases: the rows of the table and those that come.
 */
public final class Sides {

  /** The alias of rows that are in the table. */
  public static final String OLD = "old";

  /** The alias of rows that come. */
  public static final String NEW = "new";

  private Sides() {}

  /** A column as the table has it. */
  public static Column before(String column) {
    return col(OLD + "." + column);
  }

  /** A column as it comes. */
  public static Column coming(String column) {
    return col(NEW + "." + column);
  }

  /** Whether both sides are about the same, by the columns of a key. */
  public static Column same(Collection<String> key) {
    return key.stream()
        .map(column -> before(column).equalTo(coming(column)))
        .reduce(Column::and)
        .orElseThrow();
  }

  /** What columns are set to: to what comes. */
  public static Map<String, Column> assignments(Collection<String> columns) {
    return columns.stream().collect(toMap(Function.identity(), Sides::coming));
  }
}
