package com.barraiser.questions.conversion7d;

import com.barraiser.questions.MutantsAndCases;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes that the cases were made for fail on just those cases. */
@WithSpark
class Conversion7dMutantsTest {

  private final MutantsAndCases pairs;

  Conversion7dMutantsTest(SparkSession spark) {
    this.pairs = new MutantsAndCases(spark, "conversion-7d");
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @CsvSource({
    "fan-out-counted, many-orders-convert-a-session-once, one-order-converts-many-sessions",
    "fan-out-counted, repeated-orders, one-order-converts-many-sessions",
    "end-included, exactly-seven-days-later, one-microsecond-before-the-end",
    "start-excluded, order-at-the-very-instant, order-before-the-session",
    "any-marketplace, other-marketplace, other-customer",
    "whole-days, one-microsecond-before-the-end, many-orders-convert-a-session-once",
    "whole-days, order-before-the-session, many-orders-convert-a-session-once",
    "inner-join, no-orders, order-at-the-very-instant",
    "inner-join, days-that-nobody-orders-after, order-at-the-very-instant",
    "seven-rows, gap-of-days, busy-and-quiet-days",
    "eight-days, day-seven-and-day-eight, busy-and-quiet-days",
    "average-of-rates, busy-and-quiet-days, order-at-the-very-instant",
    "today-as-of, incomplete-by-a-microsecond, no-sessions",
    "day-start-complete, incomplete-by-a-microsecond, order-at-the-very-instant",
    "integer-division, busy-and-quiet-days, order-at-the-very-instant",
    "always-seven-days, window-of-36-hours, exactly-seven-days-later",
    "latest-order-only, the-order-in-the-middle, one-order-converts-many-sessions",
    "ids-as-doubles, ids-beyond-32-bits-and-doubles, other-customer",
    "rounded-towards-zero, before-1970, across-a-thursday-midnight",
    "own-window-only, across-a-thursday-midnight, order-at-the-very-instant"
  })
  void mutantFailsWhereItsMistakeMattersAndPassesWhereItDoesNot(
      String mutant, String catching, String harmless) {
    pairs.assertFailsOnlyWhereItMatters(mutant, catching, harmless);
  }
}
