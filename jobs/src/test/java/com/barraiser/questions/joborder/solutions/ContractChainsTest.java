package com.barraiser.questions.joborder.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.stages.Check;
import com.barraiser.check.stages.SharedTrials;
import com.barraiser.questions.Catalogue;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All cases are small, so that the driver would finish each; here it must not. */
@WithSpark
class ContractChainsTest {

  private static final Question QUESTION = Catalogue.question("job-order");

  private final SparkSession spark;

  ContractChainsTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @ValueSource(strings = {"several-levels-over-one-another", "jobs-before-and-after-a-cycle"})
  void roundsOfJoinsAreRightWithoutTheDriver(String caseName) {
    assertRight(List.of(Check.caseNamed(QUESTION, caseName)));
  }

  @Tag("long")
  @Test
  void roundsOfJoinsAreRightOnEverySixthCase() {
    assertRight(Sample.nth(6, 0, QUESTION.cases()));
    assertRight(List.of(QUESTION.generatedCase(3)));
  }

  @Tag("by-hand")
  @Test
  void roundsOfJoinsAreRightOnEveryCase() {
    assertRight(QUESTION.cases());
    assertRight(List.of(QUESTION.generatedCase(3), QUESTION.generatedCase(7)));
  }

  private void assertRight(List<Case> cases) {
    assertThat(SharedTrials.of(spark, QUESTION).all(new ContractChains(0), cases))
        .hasSameSizeAs(cases)
        .allSatisfy(trial -> assertThat(trial.right()).as("%s", trial).isTrue());
  }
}
