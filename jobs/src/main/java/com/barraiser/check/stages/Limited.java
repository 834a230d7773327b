package com.barraiser.check.stages;

import static java.util.stream.Collectors.toSet;

import com.barraiser.vocabulary.Solution;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkStatusTracker;
import org.apache.spark.sql.SparkSession;

/** Work of an answer within a time limit. */
final class Limited {

  private Limited() {}

  /**
   * Does work in a thread of its own, whose jobs end when the time is up. A loop that heeds no
   * interrupt goes on, in a thread that keeps no process alive.
   *
   * @return what came out, or nothing when the time was up
   * @throws ExecutionException with what the work threw
   * @throws CancellationException if the thread that waits is interrupted
   */
  static <T> Optional<T> of(SparkSession spark, Solution solution, Duration limit, Callable<T> work)
      throws ExecutionException {
    String group = "check-" + UUID.randomUUID();
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              SparkSession.setActiveSession(spark);
              spark.sparkContext().setJobGroup(group, "check", true);
              return work.call();
            });
    Thread thread = new Thread(task, "attempt");
    thread.setDaemon(true);
    thread.setContextClassLoader(solution.getClass().getClassLoader());
    thread.start();
    try {
      return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      stop(spark, group, task);
      return Optional.empty();
    } catch (InterruptedException e) {
      stop(spark, group, task);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private static void stop(SparkSession spark, String group, FutureTask<?> task) {
    task.cancel(true);
    SparkStatusTracker jobs = spark.sparkContext().statusTracker();
    Set<Integer> active = Arrays.stream(jobs.getActiveJobIds()).boxed().collect(toSet());
    // Spark warns where there is nothing to cancel.
    if (Arrays.stream(jobs.getJobIdsForGroup(group)).anyMatch(active::contains)) {
      spark.sparkContext().cancelJobGroup(group);
    }
  }
}
