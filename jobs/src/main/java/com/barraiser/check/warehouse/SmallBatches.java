package com.barraiser.check.warehouse;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Sessions for batches of a handful of rows. */
public final class SmallBatches {

  /** A plan for ten rows is not worth compiling, nor adapting while it runs. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.shuffle.partitions", "2",
          "spark.sql.leafNodeDefaultParallelism", "2",
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.databricks.delta.snapshotPartitions", "1",
          // Sessions that are isolated would not see the jar of an answer in Java.
          "spark.sql.artifact.isolation.enabled", "false");

  private SmallBatches() {}

  /** A session beside another one, with views and settings of its own. */
  public static SparkSession session(SparkSession spark) {
    SparkSession session = spark.newSession();
    SETTINGS.forEach((key, value) -> session.conf().set(key, value));
    return session;
  }
}
