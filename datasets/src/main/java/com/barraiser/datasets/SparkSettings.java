package com.barraiser.datasets;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The settings that right answers need. Nothing here is about speed. */
public final class SparkSettings {

  private static final Map<String, String> SETTINGS =
      Map.of(
          // A day is a UTC day, and a time without offset is UTC.
          "spark.sql.session.timeZone", "UTC",
          // Rows hand over java.time instants, which know no calendar change and no local time.
          "spark.sql.datetime.java8API.enabled", "true",
          // INT96, the default, has no statistics and is deprecated in Parquet.
          "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
          // Answers min and max of a day from its log, but takes days for java.sql.Date there.
          "spark.databricks.delta.optimizeMetadataQuery.enabled", "false",
          // Delta's parser passes no parameters on to Spark's, so they are bound in the plan.
          "spark.sql.legacy.parameterSubstitution.constantsOnly", "true",
          // Text with ${...} in it is data, also where it stands in a query.
          "spark.sql.variable.substitute", "false",
          "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");

  private static final String EXTENSIONS = "spark.sql.extensions";
  private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";

  private SparkSettings() {}

  /** Adds the settings to a session that is about to start. */
  public static SparkSession.Builder applyTo(SparkSession.Builder builder) {
    SETTINGS.forEach(builder::config);
    // Whoever submits may have extensions of their own.
    String others = System.getProperty(EXTENSIONS, "");
    boolean hasDelta = others.contains(DELTA);
    String all = others.isEmpty() || hasDelta ? DELTA : others + "," + DELTA;
    return builder.config(EXTENSIONS, hasDelta ? others : all);
  }
}
