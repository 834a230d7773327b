package com.barraiser.cli;

import com.barraiser.datasets.SparkSettings;
import org.apache.spark.sql.SparkSession;

/** Starts Spark where a command needs it. */
final class Sessions {

  private Sessions() {}

  /** The session; master and tuning come from whoever submitted the job. */
  static SparkSession start(String command) {
    return SparkSettings.applyTo(SparkSession.builder())
        .appName("barraiser " + command)
        .getOrCreate();
  }
}
