package com.barraiser.questions.latestorder;

import com.barraiser.questions.MutantsAndCases;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes that the cases were made for fail on just those cases. */
@WithSpark
class LatestOrderMutantsTest {

  private final MutantsAndCases pairs;

  LatestOrderMutantsTest(SparkSession spark) {
    this.pairs = new MutantsAndCases(spark, "latest-order");
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @CsvSource({
    "canceled-after-ranking, latest-is-canceled, items-of-unknown-orders",
    "canceled-too, only-canceled, one-item-each",
    "any-case-canceled, like-canceled-but-not-it, latest-is-canceled",
    "spellings-of-canceled, like-canceled-but-not-it, latest-is-canceled",
    "trimmed-status, empty-and-padded-statuses, latest-is-canceled",
    "every-customer, only-canceled, several-items",
    "ties-open, same-instant-higher-total, later-order-costs-less",
    "id-forgotten, same-instant-and-total-higher-id, same-instant-higher-total",
    "total-forgotten, same-instant-higher-total, same-instant-and-total-higher-id",
    "lower-id, same-instant-and-total-higher-id, same-instant-higher-total",
    "rank-keeps-ties, same-instant-and-total-higher-id, same-instant-higher-total",
    "ids-by-length, ids-by-their-bytes, same-instant-and-total-higher-id",
    "whole-seconds, one-microsecond-later, same-instant-higher-total",
    "latest-day, one-microsecond-later, same-instant-higher-total",
    "totals-as-doubles, totals-at-the-edge-of-the-type, totals-below-zero",
    "max-of-each-column, later-order-costs-less, several-items",
    "customers-as-doubles, customers-beyond-32-bits-and-doubles, later-order-costs-less",
    "items-before-ranking, several-items, one-item-each",
    "fan-out-kept, several-items, one-item-each",
    "units-of-all-orders, items-of-earlier-orders, several-items",
    "inner-join, order-without-items, several-items",
    "inner-join, no-items, one-item-each",
    "units-missing, order-without-items, several-items",
    "distinct-lines, repeated-lines, several-items",
    "lines-for-units, several-items, one-item-each",
    "positive-only, no-pieces-and-pieces-taken-back, several-items",
    "units-as-ints, units-beyond-32-bits, several-items"
  })
  void mutantFailsWhereItsMistakeMattersAndPassesWhereItDoesNot(
      String mutant, String catching, String harmless) {
    pairs.assertFailsOnlyWhereItMatters(mutant, catching, harmless);
  }
}
