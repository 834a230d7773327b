package com.barraiser.cli;

import com.barraiser.datasets.SparkSettings;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Starts Spark where a command needs it. */
final class Sessions {

  private Sessions() {}

  /** The session; master and tuning come from whoever submitted the job. */
  static SparkSession start(String command) {
    return SparkSettings.applyTo(SparkSession.builder())
        .appName("barraiser " + command)
        .getOrCreate();
  }

  /** Stops the session if one was started, so that executors end in order. */
  static void stop() {
    Option<SparkSession> session = SparkSession.getDefaultSession();
    if (session.isDefined()) {
      session.get().stop();
    }
  }
}
