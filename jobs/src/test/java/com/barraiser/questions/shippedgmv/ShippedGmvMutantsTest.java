package com.barraiser.questions.shippedgmv;

import com.barraiser.questions.MutantsAndCases;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes that the cases were made for fail on just those cases. */
@WithSpark
class ShippedGmvMutantsTest {

  private final MutantsAndCases pairs;

  ShippedGmvMutantsTest(SparkSession spark) {
    this.pairs = new MutantsAndCases(spark, "shipped-gmv");
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @CsvSource({
    "fan-out-by-events, repeated-event, two-shipments-on-a-day",
    "fan-out-by-events, two-shipments-of-several-events, two-shipments-on-a-day",
    "fan-out-by-shipments, two-shipments-on-a-day, repeated-event",
    "fan-out-by-shipments, shipments-on-two-days, repeated-event",
    "distinct-totals, two-orders-of-the-same-total, repeated-event",
    "day-of-event, event-on-another-day, repeated-event",
    "day-of-order, two-shipments-on-a-day, all-empty",
    "latest-shipment, shipments-on-two-days, two-shipments-on-a-day",
    "latest-shipment, a-microsecond-earlier, two-shipments-on-a-day",
    "every-day, shipments-on-two-days, two-shipments-on-a-day",
    "local-day, day-edge-is-utc, event-on-another-day",
    "time-from-events, shipped-event-without-time, repeated-event",
    "time-from-events, time-and-event-of-different-shipments, repeated-event",
    "any-event, only-other-events, no-events",
    "any-event, earliest-shipment-has-no-shipped-event, repeated-event",
    "any-spelling, other-spellings-of-shipped, only-other-events",
    "without-events, no-events, shipped-event-without-time",
    "without-events, only-other-events, shipped-event-without-time",
    "event-of-order, time-and-event-of-different-shipments, only-other-events",
    "first-then-confirmed, earliest-shipment-has-no-shipped-event, one-shipment-waits",
    "rank-keeps-ties, two-shipments-at-an-instant, two-shipments-on-a-day",
    "orphans-kept, orphans, two-shipments-on-a-day",
    "orphans-kept, orphan-beside-an-order, two-shipments-on-a-day",
    "totals-as-doubles, cents-beside-a-fortune, two-orders-of-the-same-total",
    "narrow-sum, money-beyond-18-digits, cents-beside-a-fortune",
    "ids-as-numbers, any-text-as-id, shipments-named-like-orders"
  })
  void mutantFailsWhereItsMistakeMattersAndPassesWhereItDoesNot(
      String mutant, String catching, String harmless) {
    pairs.assertFailsOnlyWhereItMatters(mutant, catching, harmless);
  }
}
