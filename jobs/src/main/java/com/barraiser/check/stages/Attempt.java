package com.barraiser.check.stages;

import com.barraiser.check.Judge;
import com.barraiser.vocabulary.Solution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
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

  /** Computes the answer. */
  static Attempt of(
      SparkSession spark, Supplier<Dataset<Row>> plan, Solution solution, Duration limit) {
    try {
      return Limited.of(spark, solution, limit, () -> computed(plan))
          .orElseGet(() -> new Attempt(Optional.empty(), List.of(), limit, Optional.empty(), true));
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
}
