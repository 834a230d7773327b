package com.barraiser.questions.joborder;

import com.barraiser.questions.MutantsAndCases;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes that the cases were made for fail on just those cases. */
@WithSpark
class JobOrderMutantsTest {

  private final MutantsAndCases pairs;

  JobOrderMutantsTest(SparkSession spark) {
    this.pairs = new MutantsAndCases(spark, "job-order");
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @CsvSource({
    "arrow-turned, later-name-runs-first, no-dependencies-at-all",
    "copies-counted, repeated-edges, longest-way-counts",
    "cycle-left-out, two-jobs-wait-for-each-other, longest-way-counts",
    "cycle-left-out, cycle-beside-a-sound-part, repeated-edges",
    "cycle-not-closed, cycle-of-four, longest-way-counts",
    "depth-first-order, several-levels-over-one-another, later-name-runs-first",
    "edges-as-text, names-with-arrows-and-quotes, names-alike",
    "edges-as-text, cycle-of-odd-names, cycle-of-four",
    "hundred-rounds, chain-of-103-jobs, cycle-of-four",
    "listed-jobs-ignored, jobs-without-dependencies, longest-way-counts",
    "listed-jobs-ignored, no-dependencies-at-all, repeated-edges",
    "names-ignoring-case, order-of-names, order-beyond-utf16",
    "one-job-named, cycle-of-four, longest-way-counts",
    "self-loop-missed, job-waits-for-itself, cycle-of-four",
    "shortest-way, longest-way-counts, several-levels-over-one-another",
    "utf-sixteen-order, order-beyond-utf16, order-of-names",
    "way-to-the-cycle, jobs-before-and-after-a-cycle, cycle-of-four"
  })
  void mutantFailsWhereItsMistakeMattersAndPassesWhereItDoesNot(
      String mutant, String catching, String harmless) {
    pairs.assertFailsOnlyWhereItMatters(mutant, catching, harmless);
  }
}
