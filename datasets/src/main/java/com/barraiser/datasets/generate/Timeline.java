package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import org.apache.spark.sql.Column;

/**
 * The times of a table's rows, which are numbered in the order of their arrival: unless it is
 * steady, days with a quiet night, and on the middle day a sale in the evening.
 */
final class Timeline {

  /** When the first day begins. */
  static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

  private static final long DAY_MICROS = 86_400_000_000L;
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final long SECOND_MICROS = 1_000_000L;
  private static final long MINUTE_MICROS = 60 * SECOND_MICROS;
  private static final long DAY_MINUTES = 24 * 60L;

  /** When the first day begins, in microseconds since the epoch. */
  static final long START_MICROS = START.getEpochSecond() * SECOND_MICROS;

  private static final double SALE_SHARE = 0.5;
  private static final int SALE_HOUR = 20;
  private static final double RHYTHM = 0.1;
  private static final long MAX_LATENESS_HOURS = 72;

  private final long rows;
  private final int days;
  private final double lateShare;
  private final Draws draws;
  private final boolean isSteady;

  /** The timeline of a table with that many rows. */
  Timeline(long rows, Knobs knobs, Draws draws) {
    this(rows, knobs.days(), knobs.late(), draws);
  }

  /** The timeline of a table whose rows span other days than the knob says. */
  Timeline(long rows, int days, double lateShare, Draws draws) {
    this(rows, days, lateShare, draws, false);
  }

  private Timeline(long rows, int days, double lateShare, Draws draws, boolean isSteady) {
    this.isSteady = isSteady;
    this.rows = Math.max(1, rows);
    this.days = days;
    this.lateShare = lateShare;
    this.draws = draws;
  }

  /**
   * The timeline of a table whose rows are as many in any hour, so that their times grow with their
   * numbers, but for the whole seconds, and an even cut of the rows is one of the time.
   */
  static Timeline steady(long rows, int days, double lateShare, Draws draws) {
    return new Timeline(rows, days, lateShare, draws, true);
  }

  /** Whether a row arrives hours or days after its time. */
  Column isLate(Column source) {
    return draws.within(lateShare, "late", source);
  }

  /** A row's time in microseconds since the epoch; one in four has whole seconds. */
  Column micros(Column source) {
    Column arrival = isSteady ? steady(source) : lively(source);
    Column micros = lit(START_MICROS).plus(arrival).minus(lateness(source));
    Column wholeSeconds = draws.below(4, "precision", source).equalTo(0);
    return micros.minus(when(wholeSeconds, micros.mod(lit(SECOND_MICROS))).otherwise(0L));
  }

  /** Of whole numbers, so that a row that begins an hour is not a little before it. */
  private Column steady(Column source) {
    Column minutes = source.multiply(days * DAY_MINUTES);
    Column rest = minutes.mod(rows).multiply(MINUTE_MICROS);
    return div(minutes).multiply(MINUTE_MICROS).plus(div(rest));
  }

  private Column div(Column dividend) {
    return call_function("div", dividend, lit(rows));
  }

  /** More by day than at night, and most in the sale. */
  private Column lively(Column source) {
    Column position = source.divide((double) rows).multiply(days);
    Column day = floor(position);
    Column ofDay = floor(lively(source, day, position.minus(day)).multiply(DAY_MICROS));
    return day.multiply(DAY_MICROS).plus(ofDay.cast("bigint"));
  }

  /** A time of day, as a share of the day. */
  private Column lively(Column source, Column day, Column time) {
    Column rhythmic = time.minus(wave(time).multiply(RHYTHM));
    Column inSale = day.equalTo(days / 2).and(draws.within(SALE_SHARE, "sale", source));
    Column sale = draws.uniform("sale time", source).plus(SALE_HOUR).divide(24);
    return when(inSale, sale).otherwise(rhythmic);
  }

  private Column lateness(Column source) {
    return when(
            isLate(source),
            draws.below(MAX_LATENESS_HOURS * HOUR_MICROS, "lateness", source).plus(HOUR_MICROS))
        .otherwise(0L);
  }

  /**
   * Nearly a sine over a day, of parabolas: plain arithmetic gives the same bits on any machine.
   */
  private static Column wave(Column time) {
    Column day = time.multiply(16).multiply(lit(0.5).minus(time));
    Column night = time.minus(0.5).multiply(-16).multiply(lit(1).minus(time));
    return when(time.lt(0.5), day).otherwise(night);
  }
}
