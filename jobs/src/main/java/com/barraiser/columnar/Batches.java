package com.barraiser.columnar;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
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
    this.condition = condition.orElse(Literal.TrueLiteral());
    this.source = source;
  }

  Iterator<Batch> iterator(Iterator<ColumnarBatch> scanned) {
    BasePredicate predicate = Predicate$.MODULE$.create(condition, source);
    predicate.initialize(TaskContext.getPartitionId());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return scanned.hasNext();
      }

      @Override
      public Batch next() {
        ColumnarBatch batch = scanned.next();
        return new Batch(columns(batch), passing(batch, predicate));
      }
    };
  }

  private ColumnVector[] columns(ColumnarBatch batch) {
    return Arrays.stream(ordinals)
        .mapToObj(i -> i == NOWHERE ? nulls(batch.numRows()) : batch.column(i))
        .toArray(ColumnVector[]::new);
  }

  private int[] passing(ColumnarBatch batch, BasePredicate predicate) {
    IntStream rows = IntStream.range(0, batch.numRows());
    boolean all = condition.equals(Literal.TrueLiteral());
    return all ? rows.toArray() : rows.filter(row -> predicate.eval(batch.getRow(row))).toArray();
  }

  private static ColumnVector nulls(int rows) {
    ConstantColumnVector nulls = new ConstantColumnVector(rows, DataTypes.StringType);
    nulls.setNull();
    return nulls;
  }
}
