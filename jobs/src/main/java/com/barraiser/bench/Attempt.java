package com.barraiser.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs what may take too long, or too much memory. */
final class Attempt {

  private static final long PATIENCE_MILLIS = 20_000;

  private final Duration limit;

  Attempt(Duration limit) {
    this.limit = limit;
  }

  /**
   * The result, in time.
   *
   * @param cancel stops the work from another thread
   * @throws Missed if there is none; the work has ended by then, or heeds no cancelling
   */
  <T> T run(Supplier<T> work, Runnable cancel) throws Missed {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread worker = new Thread(() -> complete(result, work), "bench");
    worker.setDaemon(true);
    worker.start();
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      cancel.run();
      join(worker);
      throw new Missed(Outcome.TIMED_OUT, "took longer than " + limit.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      Throwable error = e.getCause();
      throw new Missed(Outcome.of(error), firstLine(error), error);
    } catch (InterruptedException e) {
      cancel.run();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Errors too: memory that did not suffice is a result. */
  private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  private static void join(Thread worker) {
    try {
      worker.join(PATIENCE_MILLIS);
      // What runs in this process alone, between Spark's jobs, has no other way to be stopped.
      worker.interrupt();
      worker.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String firstLine(Throwable error) {
    String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    return error.getClass().getSimpleName() + ": " + message;
  }

  /** There is no result, and why. */
  static final class Missed extends Exception {

    private static final long serialVersionUID = 1;

    private final Outcome outcome;

    Missed(Outcome outcome, String message, Throwable cause) {
      super(message, cause);
      this.outcome = outcome;
    }

    /** How it ended. */
    Outcome outcome() {
      return outcome;
    }
  }
}
