package com.barraiser.cli;

import com.barraiser.datasets.SparkSettings;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Starts Spark where a command needs it. */
final class Sessions {

  private Sessions() {}

  /** The session; master and tuning come from whoever submitted the job. */
  static SparkSession start(String command) {
    return builder(command).getOrCreate();
  }

  /** A session in which a task that runs out of memory fails, but does not end the process. */
  static SparkSession startExperiment(String command) {
    return builder(command).config("spark.executor.killOnFatalError.depth", 0).getOrCreate();
  }

  private static SparkSession.Builder builder(String command) {
    return SparkSettings.applyTo(SparkSession.builder()).appName("barraiser " + command);
  }

  /** Stops the session if one was started, so that executors end in order. */
  static void stop() {
    Option<SparkSession> session = SparkSession.getDefaultSession();
    if (session.isDefined()) {
      session.get().stop();
    }
  }
}
