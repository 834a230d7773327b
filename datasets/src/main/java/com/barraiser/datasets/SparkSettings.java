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
          "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
          "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");

  private SparkSettings() {}

  /** Adds the settings to a session that is about to start. */
  public static SparkSession.Builder applyTo(SparkSession.Builder builder) {
    SETTINGS.forEach(builder::config);
    return builder;
  }
}
