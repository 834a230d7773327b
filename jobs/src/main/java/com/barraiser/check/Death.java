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
      throw new IllegalStateException("the run is dead and begins '%s'".formatted(step));
    }
  }

  @Override
  public synchronized void after(String step) {
    done++;
    if (hasCome()) {
      throw new IllegalStateException("the run dies after '%s'".formatted(step));
    }
  }
}
