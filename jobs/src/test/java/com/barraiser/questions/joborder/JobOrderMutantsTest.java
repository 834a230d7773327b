package com.barraiser.questions.joborder;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.Judge;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes that the cases were made for fail on just those cases. */
@WithSpark
class JobOrderMutantsTest {

  private final SparkSession spark;

  JobOrderMutantsTest(SparkSession spark) {
    this.spark = spark;
  }

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
    "hundred-rounds, chain-of-150-jobs, cycle-of-four",
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
    assertThat(isRight(mutant, catching)).as(catching).isFalse();
    assertThat(isRight(mutant, harmless)).as(harmless).isTrue();
  }

  private boolean isRight(String mutant, String caseName) {
    Question question = new JobOrder();
    Case input =
        question.cases().stream().filter(c -> c.name().equals(caseName)).findFirst().orElseThrow();
    return new Judge(spark, question).verdict(Shelf.solution(question, mutant), input).right();
  }
}
