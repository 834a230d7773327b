package com.barraiser.columnar;

/** What a task makes of its batches before the shuffle. Each task has one of its own. */
public interface Sender {

  /** Takes a batch, and copies what it keeps. */
  void accept(Batch batch);

  /** Sends what is left after the last batch. */
  default void end() {}
}
