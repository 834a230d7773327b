package com.barraiser.check.stages;

import com.barraiser.check.Judge;
import com.barraiser.vocabulary.Solution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * An answer computed within a time limit.
 *
 * @param answer the plan that ran
 * @param rows the answer's rows
 * @param took how long it took
 * @param error what was thrown instead
 * @param timedOut whether it was stopped at the limit
 */
record Attempt(
    Optional<Dataset<Row>> answer,
    List<List<Object>> rows,
    Duration took,
    Optional<Throwable> error,
    boolean timedOut) {

  /** Computes the answer in a thread of its own, whose jobs end when the time is up. */
  static Attempt of(
      SparkSession spark, Supplier<Dataset<Row>> plan, Solution solution, Duration limit) {
    String group = "check-" + UUID.randomUUID();
    FutureTask<Attempt> task =
        new FutureTask<>(
            () -> {
              SparkSession.setActiveSession(spark);
              spark.sparkContext().setJobGroup(group, "check", true);
              return computed(plan);
            });
    Thread thread = new Thread(task, "attempt");
    thread.setDaemon(true);
    thread.setContextClassLoader(solution.getClass().getClassLoader());
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      stop(spark, group, task);
      return new Attempt(Optional.empty(), List.of(), limit, Optional.empty(), true);
    } catch (InterruptedException e) {
      stop(spark, group, task);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      return new Attempt(
          Optional.empty(), List.of(), Duration.ZERO, Optional.of(e.getCause()), false);
    }
  }

  private static Attempt computed(Supplier<Dataset<Row>> plan) {
    long start = System.nanoTime();
    Dataset<Row> answer = plan.get();
    List<List<Object>> rows = Judge.rows(answer);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Attempt(Optional.of(answer), rows, took, Optional.empty(), false);
  }

  private static void stop(SparkSession spark, String group, FutureTask<Attempt> task) {
    task.cancel(true);
    spark.sparkContext().cancelJobGroup(group);
  }
}
