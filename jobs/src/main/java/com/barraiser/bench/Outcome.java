package com.barraiser.bench;

import java.util.Locale;
import java.util.stream.Stream;

/** How the measurement of a solution ended. */
public enum Outcome {
  /** The answer is right, and all runs were timed. */
  MEASURED,
  /** All runs were timed; the recommended solution has no answer that this one could be like. */
  NOT_COMPARED,
  /** The answer differs from the recommended solution's; it was not timed. */
  WRONG,
  /** The answer differs by design; it was timed. */
  APPROXIMATE,
  /** A run took longer than it may. */
  TIMED_OUT,
  /** The memory did not suffice. */
  OUT_OF_MEMORY,
  /** Something else went wrong. */
  FAILED;

  /** Whether runs are timed after it. */
  boolean isTimed() {
    return this == MEASURED || this == NOT_COMPARED || this == APPROXIMATE;
  }

  /** In words. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What an exception means. Spark hands on errors of its tasks as text. */
  static Outcome of(Throwable error) {
    boolean memory =
        Stream.iterate(error, cause -> cause != null, Throwable::getCause)
            .anyMatch(
                cause ->
                    cause instanceof OutOfMemoryError
                        || String.valueOf(cause.getMessage()).contains("OutOfMemory")
                        || String.valueOf(cause.getMessage()).contains("Out of Memory Error"));
    return memory ? OUT_OF_MEMORY : FAILED;
  }
}
