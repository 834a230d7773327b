package com.barraiser.questions.categoryshare;

import com.barraiser.questions.MutantsAndCases;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes that the cases were made for fail on just those cases. */
@WithSpark
class CategoryShareMutantsTest {

  private final MutantsAndCases pairs;

  CategoryShareMutantsTest(SparkSession spark) {
    this.pairs = new MutantsAndCases(spark, "category-share");
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @CsvSource({
    "rank-keeps-ties, all-categories-tie, refunds",
    "rank-keeps-ties, ranks-without-gaps, one-day",
    "dense-rank, tie-at-the-last-place, one-day",
    "ties-open, tie-at-the-last-place, refunds",
    "category-descending, text-order-of-ties, small-share-of-much",
    "eight-days, day-before-the-window, first-day-of-the-window",
    "last-day-excluded, last-day-of-the-window, no-revenue",
    "no-upper-edge, day-after-as-of, last-day-of-the-window",
    "today-as-of, as-of-is-the-latest-day, empty-tables",
    "always-seven-days, one-day, day-before-the-window",
    "always-seven-days, thirty-days, best-on-no-day",
    "always-two, best-of-one, one-day",
    "last-days-of-each, last-days-of-each-marketplace, days-without-revenue",
    "share-of-everything, marketplaces-of-unlike-size, share-without-an-end",
    "integer-division, share-without-an-end, empty-tables",
    "rounded-share, share-without-an-end, one-day",
    "decimal-division, small-share-of-much, one-day",
    "total-of-the-top, more-categories-than-are-shown, one-day",
    "orphans-kept, orphans, marketplaces-without-revenue",
    "orphans-kept, orphans-only, worked-example",
    "zero-for-no-total, total-of-zero, total-below-zero",
    "every-marketplace, marketplaces-without-revenue, many-marketplaces",
    "case-ignored, names-that-differ-by-case, same-category-everywhere",
    "money-as-double, cents-that-a-double-loses, share-without-an-end",
    "sums-of-eighteen-digits, sums-beyond-18-digits, cents-that-a-double-loses",
    "distinct-rows, repeated-rows-add-up, one-day",
    "refunds-left-out, refunds, one-day",
    "best-days, best-on-no-day, one-day",
    "nothing-for-zero, category-of-zero, total-below-zero"
  })
  void mutantFailsWhereItsMistakeMattersAndPassesWhereItDoesNot(
      String mutant, String catching, String harmless) {
    pairs.assertFailsOnlyWhereItMatters(mutant, catching, harmless);
  }
}
