package com.barraiser.check;

import com.barraiser.vocabulary.warehouse.Steps;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Ends a run after so many of its steps, as if its process had died there. */
final class Interruption implements Steps {

  private final int steps;
  private int done;

  Interruption(int steps) {
    this.steps = steps;
  }

  @Override
  public synchronized void after(String step) {
    if (++done == steps) {
      throw new Interrupted(step);
    }
  }

  /** Whether it is what a run ended with, whatever the run has made of it. */
  static boolean isCauseOf(Throwable error) {
    return ExceptionUtils.indexOfType(error, Interrupted.class) >= 0;
  }

  private static final class Interrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Interrupted(String step) {
      super("the check ends the run after '%s', to run it again".formatted(step));
    }
  }
}
