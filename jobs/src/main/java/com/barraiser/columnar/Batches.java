package com.barraiser.columnar;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** How a task turns the batches of a scan into those of the Dataset above it. */
final class Batches implements Serializable {

  /** Instead of an ordinal: a column that is null in every row. */
  static final int NOWHERE = -1;

  private static final long serialVersionUID = 1L;

  private final int[] ordinals;
  private final RowFilter filter;
  private final long most;

  Batches(int[] ordinals, RowFilter filter, long most) {
    this.ordinals = ordinals.clone();
    this.filter = filter;
    this.most = most;
  }

  /** The same for a task that stops when it has looked at so many rows. */
  Batches first(long rows) {
    return new Batches(ordinals, filter, rows);
  }

  Iterator<Batch> iterator(Iterator<ColumnarBatch> scanned) {
    Optional<BasePredicate> compiled = filter.compiled();
    return new Iterator<>() {
      private long seen;

      @Override
      public boolean hasNext() {
        return seen < most && scanned.hasNext();
      }

      @Override
      public Batch next() {
        ColumnarBatch batch = scanned.next();
        seen += batch.numRows();
        return new Batch(columns(batch), filter.passing(batch, compiled));
      }
    };
  }

  private ColumnVector[] columns(ColumnarBatch batch) {
    return Arrays.stream(ordinals)
        .mapToObj(i -> i == NOWHERE ? nulls(batch.numRows()) : batch.column(i))
        .toArray(ColumnVector[]::new);
  }

  private static ColumnVector nulls(int rows) {
    ConstantColumnVector nulls = new ConstantColumnVector(rows, DataTypes.StringType);
    nulls.setNull();
    return nulls;
  }
}
