package com.barraiser.check.stages;

/** Hears what a check finds while it goes on. */
public interface Listener {

  /** A stage was passed. */
  void passed(Outcome.Passed stage);

  /** A stage was failed; the smallest input is looked for now. */
  void failed(Stage stage, Trial trial);
}
