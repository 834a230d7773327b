package com.barraiser.datasets.generate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Cuts tables into a batch for each day of a {@link Timeline}.
 *
 * @param days how many days there are
 */
record BatchDays(int days) {

  private static final LocalDate FIRST = Timeline.START.atOffset(ZoneOffset.UTC).toLocalDate();

  /** What a day's batch is called: its date. */
  String name(int day) {
    return FIRST.plusDays(day).toString();
  }

  /** The numbers of the rows that arrive on a day, in a column {@code row}. */
  Dataset<Row> rows(SparkSession spark, long rows, int day, int files) {
    return spark.range(first(rows, day), first(rows, day + 1), 1, files).toDF("row");
  }

  private long first(long rows, int day) {
    return rows * day / days;
  }
}
