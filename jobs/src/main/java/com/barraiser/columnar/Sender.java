package com.barraiser.columnar;

/**
 * What a task makes of the parts of its input, batches of a scan or blocks of a shuffle, before the
 * next shuffle. Each task has one of its own.
 */
public interface Sender<T> {

  /** Takes a part; of a batch, it copies what it keeps. */
  void accept(T part);

  /** Sends what is left after the last part. */
  default void end() {}
}
