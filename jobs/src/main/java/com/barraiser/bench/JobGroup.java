package com.barraiser.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.SparkSession;

/**
 * The jobs of one contender, which Spark tells apart from all others.
 *
 * @param name what Spark's events call them
 */
record JobGroup(String name) {

  private static final AtomicLong NUMBERS = new AtomicLong();

  /** A group that has no jobs yet. */
  static JobGroup empty() {
    return new JobGroup("barraiser-bench-" + NUMBERS.incrementAndGet());
  }

  /** What this thread starts from now on is of the group. */
  void begin(SparkSession spark, String description) {
    spark.sparkContext().setJobGroup(name, description, true);
  }

  /** Ends all jobs of the group. */
  void cancel(SparkSession spark) {
    spark.sparkContext().cancelJobGroupAndFutureJobs(name);
  }
}
