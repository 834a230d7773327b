package com.barraiser.datasets.tables;

import com.barraiser.datasets.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * The table {@code expected_partitions}: how many order lines the sources say a day of a
 * marketplace has. Where they say it twice, the greater number holds.
 */
public final class ExpectedPartitions {

  /** The business day; the same as in {@link OrderLines}. */
  public static final String EVENT_DATE = OrderLines.EVENT_DATE;

  /** The marketplace; the same as in {@link OrderLines}. */
  public static final String MARKETPLACE_ID = OrderLines.MARKETPLACE_ID;

  /** How many order lines there are, each counted once however often it lands. */
  public static final String EXPECTED_ROWS = "expected_rows";

  /** The table's definition. */
  public static final Table TABLE =
      Table.named("expected_partitions")
          .required(EVENT_DATE, DataTypes.DateType)
          .identifier(MARKETPLACE_ID, DataTypes.StringType)
          .required(EXPECTED_ROWS, DataTypes.LongType)
          .mayBeAbsent()
          .build();

  private ExpectedPartitions() {}
}
