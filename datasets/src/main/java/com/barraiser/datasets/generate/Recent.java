package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/**
 * Which earlier row a later one is about: one of the week before it, as orders do not wait for
 * months, or one of so many rows before.
 *
 * @param rows how many rows the table has, numbered in the order of their arrival
 * @param days how many days they span
 */
record Recent(long rows, int days) {

  private static final int DAYS = 7;

  /** The number of an earlier row; 0 for the first, which has none. */
  Column before(Column row, Draws draws, String purpose) {
    long week = Math.max(1, rows * DAYS / Math.max(DAYS, days));
    return within(week, row, draws, purpose);
  }

  /** The number of one of at most so many rows before; 0 for the first, which has none. */
  static Column within(long most, Column row, Draws draws, String purpose) {
    Column first = greatest(row.minus(most), lit(0L));
    return first.plus(floor(draws.uniform(purpose, row).multiply(row.minus(first))).cast("bigint"));
  }
}
