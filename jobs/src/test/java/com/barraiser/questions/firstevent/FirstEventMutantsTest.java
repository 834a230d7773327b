package com.barraiser.questions.firstevent;

import com.barraiser.questions.MutantsAndCases;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mistakes that the cases were made for fail on just those cases. */
@WithSpark
class FirstEventMutantsTest {

  private final MutantsAndCases pairs;

  FirstEventMutantsTest(SparkSession spark) {
    this.pairs = new MutantsAndCases(spark, "first-event");
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @CsvSource({
    "text-times, offsets-turn-the-order, later-row-is-earlier",
    "text-times, fractions-of-unlike-length, later-row-is-earlier",
    "text-times, tie-across-offsets, later-row-is-earlier",
    "offsets-ignored, offsets-turn-the-order, later-row-is-earlier",
    "whole-seconds, microseconds-decide, offsets-turn-the-order",
    "nulls-last, tie-takes-null-extra, tie-takes-smallest-status",
    "rank-keeps-ties, repeated-rows, later-row-is-earlier",
    "utf16-order, text-beyond-the-basic-plane, tie-takes-smallest-status",
    "smallest-of-each-column, earlier-beats-smaller-status, repeated-rows",
    "extra-forgotten, extra-of-the-first-event, later-row-is-earlier"
  })
  void mutantFailsWhereItsMistakeMattersAndPassesWhereItDoesNot(
      String mutant, String catching, String harmless) {
    pairs.assertFailsOnlyWhereItMatters(mutant, catching, harmless);
  }

  /** Where the order of rows, or Spark, decides on which case. */
  @ParameterizedTest
  @ValueSource(strings = {"drop-duplicates", "first-after-sort", "ties-open"})
  void mutantFailsSomewhere(String mutant) {
    pairs.assertFailsOnACase(mutant);
  }
}
