package com.barraiser.bench;

import java.time.Duration;
import org.apache.spark.SparkContext;

/** How many tasks run at once: one for each core, unless tasks ask for more. */
public final class Slots {

  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration STEP = Duration.ofMillis(100);

  private Slots() {}

  /** The slots of all executors that have come so far. */
  static int of(SparkContext context) {
    return context.maxNumConcurrentTasks(context.resourceProfileManager().defaultResourceProfile());
  }

  /**
   * Waits until no more executors come. A cluster's come one after the other, and what is measured
   * before the last is measured on less than the cluster.
   */
  public static void await(SparkContext context) {
    if (context.isLocal()) {
      return;
    }
    int slots = 0;
    long start = System.nanoTime();
    long changed = start;
    while (slots == 0 || since(changed).compareTo(QUIET) < 0) {
      if (since(start).compareTo(PATIENCE) > 0) {
        return;
      }
      pause();
      int now = of(context);
      if (now != slots) {
        slots = now;
        changed = System.nanoTime();
      }
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static void pause() {
    try {
      Thread.sleep(STEP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while executors start", e);
    }
  }
}
