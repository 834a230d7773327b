package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigInteger;
import org.apache.spark.sql.Column;

/** Says which rows of a table repeat another one, and which one. */
final class Repeats {

  /** Prime and larger than any number of rows: multiplying with it permutes the row numbers. */
  private static final long STRIDE = 3_000_000_019L;

  private final long rows;
  private final long originals;
  private final Draws draws;

  /**
   * Spreads repeated rows over a table.
   *
   * @param rows how many rows the table has
   * @param share the share of them that repeat another
   */
  Repeats(long rows, double share, Draws draws) {
    this.rows = Math.max(1, rows);
    this.originals = Math.max(Math.min(1, rows), rows - Math.round(rows * share));
    this.draws = draws;
  }

  /** How many rows repeat no other. */
  long originals() {
    return originals;
  }

  /** Whether a row repeats another: the last slots of the permutation, spread over all files. */
  Column isRepeat(Column row) {
    return originals == rows ? lit(false) : slot(row.multiply(STRIDE % rows)).geq(originals);
  }

  /** The number of the row whose cells a row has: its own, or that of one that is no repeat. */
  Column source(Column row) {
    long inverse = BigInteger.valueOf(STRIDE).modInverse(BigInteger.valueOf(rows)).longValueExact();
    Column original = draws.below(Math.max(1, originals), "original", row);
    return when(isRepeat(row), slot(original.multiply(inverse))).otherwise(row);
  }

  private Column slot(Column number) {
    return number.mod(lit(rows));
  }
}
