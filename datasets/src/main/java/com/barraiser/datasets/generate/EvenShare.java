package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.datasets.DataException;
import org.apache.spark.sql.Column;

/**
 * Chooses a number of rows spread evenly over all, exactly that many, and numbers them in the rows'
 * order; so two tables can follow each other row by row without a join.
 *
 * @param rows how many rows there are, numbered from 0; up to 3,000,000,000
 * @param chosen how many of them are chosen
 */
record EvenShare(long rows, long chosen) {

  /** Row numbers are multiplied with each other, and the product must fit 63 bits. */
  private static final long MAX_ROWS = 3_000_000_000L;

  /** Checks the numbers. */
  EvenShare {
    if (rows > MAX_ROWS) {
      throw new DataException(
          "a table of %,d rows is too large to generate; the limit is %,d: ask for fewer rows, duplicates or conversions"
              .formatted(rows, MAX_ROWS));
    }
    if (chosen < 0 || chosen > rows) {
      throw new IllegalArgumentException(chosen + " of " + rows + " rows cannot be chosen");
    }
  }

  /** Whether a row is chosen. */
  Column has(Column row) {
    return isAll() ? lit(true) : number(row.plus(1)).gt(number(row));
  }

  /** How many rows before this one are chosen: the number of a row that is. */
  Column number(Column row) {
    return isAll() ? row : div(row.multiply(chosen), lit(Math.max(1, rows)));
  }

  /** The row that has a number among the chosen ones. */
  Column row(Column number) {
    Column before = number.plus(1).multiply(rows).minus(1);
    return div(before, lit(Math.max(1, chosen)));
  }

  private boolean isAll() {
    return chosen == rows;
  }

  private static Column div(Column dividend, Column divisor) {
    return call_function("div", dividend, divisor);
  }
}
