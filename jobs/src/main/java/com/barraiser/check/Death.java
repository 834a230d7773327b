package com.barraiser.check;

import com.barraiser.vocabulary.warehouse.Steps;

/** Ends a run after so many of its steps, as if its process had died there. */
final class Death implements Steps {

  private final int steps;
  private int done;

  Death(int steps) {
    this.steps = steps;
  }

  /** Whether the run is dead. */
  synchronized boolean hasCome() {
    return done >= steps;
  }

  /** What another thread of the run, or one that went on, would still do. */
  @Override
  public synchronized void before(String step) {
    if (hasCome()) {
      throw new Died("the run is dead and begins '%s'".formatted(step));
    }
  }

  @Override
  public synchronized void after(String step) {
    done++;
    if (hasCome()) {
      throw new Died("the run dies after '%s'".formatted(step));
    }
  }

  /** No exception: an answer that handles those, or tries again, has no part in its own death. */
  private static final class Died extends Error {

    private static final long serialVersionUID = 1L;

    private Died(String message) {
      super(message);
    }
  }
}
