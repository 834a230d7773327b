package com.barraiser.vocabulary.warehouse;

/**
 * Is told of every step that changes a warehouse, before and after. What it throws ends the run
 * there, as a crash would.
 */
public interface Steps {

  /** Looks at nothing. */
  Steps UNWATCHED = new Steps() {};

  /** A step is about to begin. */
  default void before(String step) {}

  /** A step has been done. */
  default void after(String step) {}
}
