package com.barraiser.datasets.generate;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Amounts of money, exact to the cent. */
final class Money {

  private static final DecimalType CENTS = DataTypes.createDecimalType(16, 0);
  private static final DecimalType AMOUNT = DataTypes.createDecimalType(18, 2);

  private Money() {}

  /** A DECIMAL(18,2) from a BIGINT of whole cents. */
  static Column ofCents(Column cents) {
    return cents.cast(CENTS).divide(100).cast(AMOUNT);
  }
}
