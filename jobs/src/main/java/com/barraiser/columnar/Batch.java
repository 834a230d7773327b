package com.barraiser.columnar;

import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * Some rows of a Dataset, column by column. The scan fills the same vectors with the next rows, so
 * whatever is kept has to be copied.
 */
public final class Batch {

  private final ColumnVector[] columns;
  private final int[] positions;

  Batch(ColumnVector[] columns, int[] positions) {
    this.columns = columns;
    this.positions = positions;
  }

  /** How many rows there are. */
  public int rows() {
    return positions.length;
  }

  /** Where the vectors have the i-th row. */
  public int position(int i) {
    return positions[i];
  }

  /** A column of the Dataset; to be read at positions. */
  public ColumnVector column(int ordinal) {
    return columns[ordinal];
  }
}
