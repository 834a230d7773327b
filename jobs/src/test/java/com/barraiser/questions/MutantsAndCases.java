package com.barraiser.questions;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.check.stages.Check;
import com.barraiser.check.stages.SharedTrials;
import com.barraiser.check.stages.Trial;
import com.barraiser.testing.Sample;
import com.barraiser.vocabulary.Case;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Which of a question's cases catch which of its mutants. */
public final class MutantsAndCases {

  private final SparkSession spark;
  private final Question question;

  /** For the question of that name. */
  public MutantsAndCases(SparkSession spark, String question) {
    this.spark = spark;
    this.question = Catalogue.question(question);
  }

  /**
   * Fails unless a mutant is wrong on the one case, which is tried everyday, and right on the
   * other, which the long tests try.
   */
  public void assertFailsOnlyWhereItMatters(String mutant, String catching, String harmless) {
    String input = Sample.either(catching, harmless);
    assertThat(isRight(mutant, input)).as(input).isEqualTo(Sample.either(false, true));
  }

  /** Fails unless a mutant gives a wrong answer to one of the cases, whichever it is. */
  public static void assertFailsOnACase(SparkSession spark, Question question, Solution mutant) {
    List<Trial> tried = SharedTrials.of(spark, question).untilWrong(mutant, question.cases());
    Trial failed = tried.get(tried.size() - 1);
    assertThat(failed.verdict().orElseThrow().right()).as(failed.input().name()).isFalse();
  }

  /** The same for a mutant of that name. */
  public void assertFailsOnACase(String mutant) {
    assertFailsOnACase(spark, question, Shelf.solution(question, mutant));
  }

  private boolean isRight(String mutant, String caseName) {
    List<Case> input = List.of(Check.caseNamed(question, caseName));
    return SharedTrials.of(spark, question).all(Shelf.solution(question, mutant), input).stream()
        .allMatch(Trial::right);
  }
}
