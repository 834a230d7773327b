package com.barraiser.check;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Does pieces of work several at a time, each in a lane that nothing else uses meanwhile, such as a
 * session with its views and settings.
 *
 * @param <L> what a piece of work has for itself
 */
public final class Lanes<L> implements AutoCloseable {

  private static final int MOST_AT_ONCE = 4;
  private static final long PAUSE_MILLIS = 40;

  /** Work that does not heed interrupts is not waited for any longer. */
  private static final long PATIENCE_NANOS = SECONDS.toNanos(20);

  private final BlockingQueue<L> free = new LinkedBlockingQueue<>();
  private final ExecutorService threads;

  /**
   * As many lanes as there are cores, but few.
   *
   * @param lane makes one
   */
  public Lanes(Supplier<L> lane) {
    int count = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    for (int i = 0; i < count; i++) {
      free.add(lane.get());
    }
    threads = Executors.newFixedThreadPool(count, Lanes::daemon);
  }

  /**
   * Does one piece of work and waits for its end.
   *
   * @throws CancellationException if the thread that waits is interrupted
   */
  public <T> T one(Function<L, T> work) {
    return result(start(work));
  }

  /**
   * Does a piece of work for each input, and gives the results in the order of the inputs, up to
   * the first that ends it; what others have begun meanwhile is interrupted.
   *
   * @throws CancellationException if the thread that waits is interrupted
   */
  public <I, T> List<T> until(Predicate<T> last, List<I> inputs, BiFunction<L, I, T> work) {
    List<Future<T>> started =
        inputs.stream().map(input -> start(lane -> work.apply(lane, input))).toList();
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> future : started) {
        T result = result(future);
        results.add(result);
        if (last.test(result)) {
          break;
        }
      }
    } finally {
      started.forEach(future -> future.cancel(true));
    }
    return results;
  }

  /** Interrupts what is being done, again and again, until it has ended. */
  @Override
  public void close() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    boolean interrupted = false;
    boolean ended = false;
    while (!ended && System.nanoTime() < deadline) {
      threads.shutdownNow();
      try {
        ended = threads.awaitTermination(PAUSE_MILLIS, MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> Future<T> start(Function<L, T> work) {
    return threads.submit(
        () -> {
          L lane = free.take();
          try {
            return work.apply(lane);
          } finally {
            free.add(lane);
          }
        });
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "lane");
    thread.setDaemon(true);
    return thread;
  }
}
