package com.barraiser.datasets.generate;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Cuts tables into batches that follow each other on a {@link Timeline}.
 *
 * @param hours from one batch to the next
 * @param batches how many there are
 */
record BatchTimes(int hours, int batches) {

  /** From one batch to the next where there is one a day. */
  static final int HOURS_A_DAY = 24;

  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final OffsetDateTime FIRST = Timeline.START.atOffset(ZoneOffset.UTC);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH", Locale.ROOT);

  /** Batches over some days. */
  static BatchTimes every(int hours, int days) {
    if (!divideADay(hours)) {
      throw new IllegalArgumentException(hours + " hours do not divide a day");
    }
    return new BatchTimes(hours, days * (HOURS_A_DAY / hours));
  }

  /** Whether so many hours are whole ones, some of which make up a day. */
  static boolean divideADay(double hours) {
    return hours == Math.rint(hours) && HOURS_A_DAY % hours == 0;
  }

  /** What a batch is called, by its time; so names are in the order of the batches. */
  String name(int batch) {
    return FIRST.plusHours((long) hours * batch).format(hours == HOURS_A_DAY ? DAY : HOUR);
  }

  /** From the first batch to another, in microseconds. */
  long micros(long batch) {
    return batch * hours * HOUR_MICROS;
  }

  /** The numbers of the rows that arrive in some batches, in a column {@code row}. */
  Dataset<Row> rows(SparkSession spark, long rows, Span span, int files) {
    return spark.range(first(rows, span.first), first(rows, span.next), 1, files).toDF("row");
  }

  private long first(long rows, int batch) {
    return (rows * batch + batches - 1) / batches;
  }

  /** Everything before the last batch. */
  Span history() {
    return new Span(0, batches - 1);
  }

  /** The last batch. */
  Span last() {
    return new Span(batches - 1, batches);
  }

  /**
   * Batches that follow each other.
   *
   * @param first the first of them
   * @param next the first after them
   */
  record Span(int first, int next) {

    /** A batch alone. */
    static Span of(int batch) {
      return new Span(batch, batch + 1);
    }

    /** Whether the very first batch is among them. */
    boolean isBeginning() {
      return first == 0;
    }

    /** Whether the number of a batch is that of one of them. */
    Column contains(Column batch) {
      return batch.geq(first).and(batch.lt(next));
    }
  }
}
