package com.barraiser.check;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Sessions in which answers are tried, each with views and settings that no other sees. */
public final class SmallSessions {

  /** A plan for ten rows is not worth compiling, nor adapting while it runs. */
  private static final Map<String, String> SMALL =
      Map.of(
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.shuffle.partitions", "2",
          "spark.sql.leafNodeDefaultParallelism", "2",
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.databricks.delta.snapshotPartitions", "1");

  private SmallSessions() {}

  /** One for a handful of rows. */
  public static SparkSession forFewRows(SparkSession spark) {
    SparkSession session = forAnswers(spark);
    SMALL.forEach(session.conf()::set);
    return session;
  }

  /** One with Spark's own settings. */
  public static SparkSession forAnswers(SparkSession spark) {
    SparkSession session = spark.newSession();
    // Sessions that are isolated would not see the jar of an answer in Java.
    session.conf().set("spark.sql.artifact.isolation.enabled", "false");
    return session;
  }
}
