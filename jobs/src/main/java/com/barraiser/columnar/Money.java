package com.barraiser.columnar;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * Amounts of a DECIMAL type of up to 18 digits as longs: so many of the type's smallest unit.
 *
 * @param type what the amounts are in a row
 */
public record Money(DecimalType type) {

  /**
   * Amounts of a type.
   *
   * @throws IllegalArgumentException if the type has more digits than a long
   */
  public Money {
    if (type.precision() > Decimal.MAX_LONG_DIGITS()) {
      throw new IllegalArgumentException(type.sql() + " does not fit into a long");
    }
  }

  /** That of a column of a table. */
  public static Money of(StructType schema, String column) {
    DataType type = schema.apply(column).dataType();
    return new Money((DecimalType) type);
  }

  /** The amount in a row, which must have one. */
  public long units(ColumnVector amounts, int row) {
    if (amounts instanceof WritableColumnVector && type.precision() > Decimal.MAX_INT_DIGITS()) {
      // What getDecimal() does, without an object.
      return amounts.getLong(row);
    }
    return amounts.getDecimal(row, type.precision(), type.scale()).toUnscaledLong();
  }

  /** So many units as a cell of a row. */
  public Decimal cell(long units) {
    return Decimal.createUnsafe(units, type.precision(), type.scale());
  }

  /** The least number of units that is too much for the type, above zero or below. */
  public long tooMuch() {
    return (long) Math.pow(10, type.precision());
  }
}
