package com.barraiser.bench;

import java.util.Map;

/** Something that answers a question and can be measured. */
public interface Contender extends AutoCloseable {

  /** The name of the solution or peer. */
  String name();

  /** The engine that computes. */
  String engine();

  /** Whether the answer is only near the right one, by design. */
  boolean isApproximate();

  /** What Spark's events call this contender's jobs; empty where it starts none. */
  String jobGroup();

  /** What else than Spark computes, with its version. */
  default Map<String, String> versions() {
    return Map.of();
  }

  /** Makes what every run starts from, once. Not measured. */
  default void setUp() {}

  /** Puts back what a run has changed. Not measured. */
  default void prepare() {}

  /** Computes the answer and its checksum, which warms up too. Not measured. */
  Checksum checksum();

  /** Computes the whole answer. This is what is measured. */
  void consume();

  /** The physical plan, from one more {@link #consume}; empty where there is not one plan. */
  String plan();

  /** Stops what another thread computes. */
  void cancel();

  @Override
  default void close() {}
}
