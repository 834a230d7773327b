package com.barraiser.questions.topasins;

import com.barraiser.questions.MutantsAndCases;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes that the cases were made for fail on just those cases. */
@WithSpark
class TopAsinsMutantsTest {

  private final MutantsAndCases pairs;

  TopAsinsMutantsTest(SparkSession spark) {
    this.pairs = new MutantsAndCases(spark, "top-asins");
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @CsvSource({
    "lower-edge-included, click-exactly-at-the-start, click-after-as-of",
    "upper-edge-excluded, click-exactly-at-as-of, click-exactly-at-the-start",
    "upper-edge-excluded, as-of-is-the-latest-click, repeated-rows",
    "no-upper-edge, click-after-as-of, one-customer-clicks-often",
    "now-for-as-of, as-of-is-the-latest-click, all-clicks-are-too-old",
    "calendar-day, hours-of-two-calendar-days, repeated-rows",
    "one-day-only, window-of-36-hours, hours-of-two-calendar-days",
    "clicks-for-customers, one-customer-clicks-often, ids-alike-in-32-bits",
    "clicks-for-customers, repeated-rows, text-order-of-ties",
    "distinct-clicks, one-customer-clicks-often, repeated-rows",
    "ids-of32-bits, ids-alike-in-32-bits, one-customer-clicks-often",
    "ids-as-doubles, ids-alike-as-doubles, ids-alike-in-32-bits",
    "approx-count-distinct, customers-by-the-thousand, repeated-rows",
    "approx-count-distinct, ids-alike-in-a-hash, ids-alike-in-32-bits",
    "rank-keeps-ties, tie-at-the-last-place, repeated-rows",
    "dense-rank, ranks-without-gaps, repeated-rows",
    "asin-descending, text-order-of-ties, repeated-rows",
    "limit-before-order, best-come-last, fewer-products-than-k",
    "candidates-by-clicks, most-clicks-is-not-most-customers, repeated-rows",
    "candidates-by-clicks, winner-has-few-clicks, best-come-last"
  })
  void mutantFailsWhereItsMistakeMattersAndPassesWhereItDoesNot(
      String mutant, String catching, String harmless) {
    pairs.assertFailsOnlyWhereItMatters(mutant, catching, harmless);
  }
}
