package com.barraiser.columnar;

import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * Some rows of a Dataset, column by column. The scan fills the same vectors with the next rows, so
 * whatever is kept has to be copied.
 */
public final class Batch {

  private final ColumnVector[] columns;
  private final int rows;

  /** The rows that filters let through, or null where there is no filter. */
  private final int[] passing;

  Batch(ColumnVector[] columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.passing = null;
  }

  Batch(ColumnVector[] columns, int[] passing) {
    this.columns = columns;
    this.rows = passing.length;
    this.passing = passing;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** Where the vectors have the i-th row. */
  public int position(int i) {
    return passing == null ? i : passing[i];
  }

  /** A column of the Dataset; to be read at positions. */
  public ColumnVector column(int ordinal) {
    return columns[ordinal];
  }
}
