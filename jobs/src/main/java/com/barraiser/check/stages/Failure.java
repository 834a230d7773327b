package com.barraiser.check.stages;

import com.barraiser.check.Verdict;
import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Optional;

/**
 * Why an answer is wrong.
 *
 * @param stage where it failed
 * @param input the smallest input found that it fails on, under the name of the case it came from
 * @param verdict how the answer to that input differs
 * @param error what the answer threw, with its own line
 * @param unsteady two answers to the same rows, where they differ
 */
public record Failure(
    Stage stage,
    Optional<Case> input,
    Optional<Verdict> verdict,
    Optional<String> error,
    Optional<Unsteady> unsteady) {

  /** The answer's columns are wrong. */
  static Failure columns(List<String> wrong) {
    return differs(Stage.SCHEMA, Verdict.ofColumns(wrong));
  }

  /** The answer threw where no case can be shown. */
  static Failure threw(Stage stage, String error) {
    return new Failure(
        stage, Optional.empty(), Optional.empty(), Optional.of(error), Optional.empty());
  }

  /** The answer differs where no case can be shown. */
  static Failure differs(Stage stage, Verdict verdict) {
    return new Failure(
        stage, Optional.empty(), Optional.of(verdict), Optional.empty(), Optional.empty());
  }

  /** The answer is wrong on a case. */
  static Failure on(Stage stage, Trial trial, Optional<Unsteady> unsteady) {
    return new Failure(stage, Optional.of(trial.input()), trial.verdict(), trial.error(), unsteady);
  }

  /**
   * Two answers to the same rows.
   *
   * @param change what was changed between them
   * @param columns the answer's columns
   * @param one the rows that only the first answer has
   * @param other the rows that only the second answer has
   */
  public record Unsteady(
      String change, List<String> columns, List<List<Object>> one, List<List<Object>> other) {}
}
