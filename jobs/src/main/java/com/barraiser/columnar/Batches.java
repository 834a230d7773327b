package com.barraiser.columnar;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Predicate$;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.collection.immutable.Seq;

/** How a task turns the batches of a scan into those of the Dataset above it. */
final class Batches implements Serializable {

  /** Instead of an ordinal: a column that is null in every row. */
  static final int NOWHERE = -1;

  private static final long serialVersionUID = 1L;

  private final int[] ordinals;
  private final Expression condition;
  private final Seq<Attribute> source;

  Batches(int[] ordinals, Optional<Expression> condition, Seq<Attribute> source) {
    this.ordinals = ordinals.clone();
    this.condition = condition.orElse(null);
    this.source = source;
  }

  Iterator<Batch> iterator(Iterator<ColumnarBatch> scanned) {
    Optional<BasePredicate> predicate = predicate();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return scanned.hasNext();
      }

      @Override
      public Batch next() {
        return batch(scanned.next(), predicate);
      }
    };
  }

  private Optional<BasePredicate> predicate() {
    if (condition == null) {
      return Optional.empty();
    }
    BasePredicate predicate = Predicate$.MODULE$.create(condition, source);
    predicate.initialize(TaskContext.getPartitionId());
    return Optional.of(predicate);
  }

  private Batch batch(ColumnarBatch scanned, Optional<BasePredicate> predicate) {
    ColumnVector[] columns = new ColumnVector[ordinals.length];
    for (int i = 0; i < ordinals.length; i++) {
      columns[i] = ordinals[i] == NOWHERE ? nulls(scanned.numRows()) : scanned.column(ordinals[i]);
    }
    return predicate
        .map(test -> new Batch(columns, passing(scanned, test)))
        .orElseGet(() -> new Batch(columns, scanned.numRows()));
  }

  private static int[] passing(ColumnarBatch scanned, BasePredicate predicate) {
    int[] rows = new int[scanned.numRows()];
    int passing = 0;
    for (int row = 0; row < rows.length; row++) {
      if (predicate.eval(scanned.getRow(row))) {
        rows[passing++] = row;
      }
    }
    return Arrays.copyOf(rows, passing);
  }

  private static ColumnVector nulls(int rows) {
    ConstantColumnVector nulls = new ConstantColumnVector(rows, DataTypes.StringType);
    nulls.setNull();
    return nulls;
  }
}
