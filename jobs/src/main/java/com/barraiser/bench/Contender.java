package com.barraiser.bench;

/** Something that answers a question and can be measured. */
interface Contender {

  /** The name of the solution or peer. */
  String name();

  /** The engine that computes. */
  String engine();

  /** Whether the answer is only near the right one, by design. */
  boolean isApproximate();

  /** Computes the answer and its checksum. Not measured. */
  Checksum checksum();

  /** Computes the whole answer and drops it. This is what is measured. */
  void consume();

  /** The physical plan of the last {@link #consume}. */
  String plan();

  /** Stops what another thread computes. */
  void cancel();
}
