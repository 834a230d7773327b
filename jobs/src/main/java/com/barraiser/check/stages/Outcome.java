package com.barraiser.check.stages;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param passed the stages that were passed, in order
 * @param failure why the answer is wrong; empty where it is not
 * @param tooSlow how long the answer took for larger data, where it was stopped and not compared
 * @param remarks what may hurt at scale, a line each
 * @param deviation for an answer that is approximate by design: how far off it is
 */
public record Outcome(
    List<Passed> passed,
    Optional<Failure> failure,
    Optional<String> tooSlow,
    List<String> remarks,
    Optional<String> deviation) {

  /** Copies the lists. */
  public Outcome {
    passed = List.copyOf(passed);
    remarks = List.copyOf(remarks);
  }

  /** Whether the answer is right on all it was compared on; one only near by design is not. */
  public boolean right() {
    return failure.isEmpty() && deviation.isEmpty();
  }

  /** Whether the answer is right, larger data included. */
  public boolean keepsUp() {
    return right() && tooSlow.isEmpty();
  }

  /**
   * A stage that was passed.
   *
   * @param detail what was tried, in words
   */
  public record Passed(Stage stage, String detail, Duration took) {}
}
