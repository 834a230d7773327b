package com.barraiser.columnar;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.BinaryComparison;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThan;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Predicate$;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.collection.immutable.Seq;

/**
 * Which rows of a batch pass a filter: bounds of an INT, BIGINT, DATE or TIMESTAMP in a loop over
 * their column, all else by Spark's own code, row by row.
 */
final class RowFilter implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final List<DataType> LONGS = List.of(DataTypes.LongType, DataTypes.TimestampType);

  private static final List<DataType> INTS = List.of(DataTypes.IntegerType, DataTypes.DateType);

  /** A plan's output, which Spark itself sends with its plans. */
  @SuppressWarnings("serial")
  private final Seq<Attribute> source;

  private final ArrayList<Bounds> bounds = new ArrayList<>();
  private final ArrayList<Expression> others = new ArrayList<>();

  /** A filter for rows with the columns of a source; all conditions must hold. */
  RowFilter(List<Expression> conditions, Seq<Attribute> source) {
    this.source = source;
    conditions.forEach(this::add);
  }

  private void add(Expression condition) {
    if (condition instanceof And both) {
      add(both.left());
      add(both.right());
    } else {
      bounds(condition).ifPresentOrElse(bounds::add, () -> others.add(condition));
    }
  }

  private Optional<Bounds> bounds(Expression condition) {
    if (condition instanceof IsNotNull isNotNull && isNotNull.child() instanceof Attribute column) {
      return Optional.of(Bounds.present(ordinal(column)));
    }
    if (condition instanceof BinaryComparison comparison
        && comparison.left() instanceof Attribute column
        && comparison.right() instanceof Literal literal
        && literal.value() instanceof Number value) {
      boolean isInt = INTS.contains(column.dataType());
      if (isInt || LONGS.contains(column.dataType())) {
        return Bounds.of(ordinal(column), isInt, comparison, value.longValue());
      }
    }
    return Optional.empty();
  }

  private int ordinal(Attribute column) {
    return asJava(source).stream().map(Attribute::exprId).toList().indexOf(column.exprId());
  }

  /** Spark's code for the other conditions, in the task that runs in this thread. */
  Optional<BasePredicate> compiled() {
    Optional<BasePredicate> predicate =
        others.stream()
            .reduce(And::new)
            .map(condition -> Predicate$.MODULE$.create(condition, source));
    predicate.ifPresent(code -> code.initialize(TaskContext.getPartitionId()));
    return predicate;
  }

  /** The positions of the rows that pass, with what {@link #compiled} gave. */
  int[] passing(ColumnarBatch batch, Optional<BasePredicate> compiled) {
    int[] rows = new int[batch.numRows()];
    Arrays.setAll(rows, row -> row);
    for (Bounds bound : bounds) {
      rows = bound.passing(batch.column(bound.ordinal), rows);
    }
    return compiled.isEmpty()
        ? rows
        : Arrays.stream(rows).filter(row -> compiled.get().eval(batch.getRow(row))).toArray();
  }

  /** Values of a column that pass, both ends among them; nulls do not. */
  private record Bounds(int ordinal, boolean isInt, boolean onlyPresent, long least, long most)
      implements Serializable {

    static Bounds present(int ordinal) {
      return new Bounds(ordinal, false, true, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static Optional<Bounds> of(
        int ordinal, boolean isInt, BinaryComparison comparison, long value) {
      if (comparison instanceof GreaterThanOrEqual) {
        return Optional.of(new Bounds(ordinal, isInt, false, value, Long.MAX_VALUE));
      }
      if (comparison instanceof LessThanOrEqual) {
        return Optional.of(new Bounds(ordinal, isInt, false, Long.MIN_VALUE, value));
      }
      if (comparison instanceof GreaterThan && value < Long.MAX_VALUE) {
        return Optional.of(new Bounds(ordinal, isInt, false, value + 1, Long.MAX_VALUE));
      }
      if (comparison instanceof LessThan && value > Long.MIN_VALUE) {
        return Optional.of(new Bounds(ordinal, isInt, false, Long.MIN_VALUE, value - 1));
      }
      return Optional.empty();
    }

    int[] passing(ColumnVector column, int[] rows) {
      boolean hasNull = column.hasNull();
      if (onlyPresent && !hasNull) {
        return rows;
      }
      int passed = 0;
      for (int row : rows) {
        if (!(hasNull && column.isNullAt(row))
            && (onlyPresent || isWithin(isInt ? column.getInt(row) : column.getLong(row)))) {
          rows[passed++] = row;
        }
      }
      return passed == rows.length ? rows : Arrays.copyOf(rows, passed);
    }

    private boolean isWithin(long value) {
      return value >= least && value <= most;
    }
  }
}
