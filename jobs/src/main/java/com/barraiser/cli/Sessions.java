package com.barraiser.cli;

import com.barraiser.datasets.SparkSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Starts Spark where a command needs it. */
final class Sessions {

  private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";
  private static final int TASKS_PER_CORE = 2;

  private static final String MASTER = "spark.master";
  private static final String FILE_SPLITS = "spark.sql.files.minPartitionNum";
  private static final String SCAN_TASKS = "spark.sql.leafNodeDefaultParallelism";
  private static final int SPLITS_PER_CORE = 3;
  private static final String FATAL_ERRORS_THAT_END_THE_PROCESS =
      "spark.executor.killOnFatalError.depth";
  private static final String NONE = "0";
  private static final Pattern LOCAL =
      Pattern.compile("local(?:\\[(?<cores>\\*|\\d+)(?:\\s*,\\s*\\d+)?])?");

  private Sessions() {}

  /** The session; master and tuning come from whoever submitted the job. */
  static SparkSession start(String command) {
    return start(command, Map.of());
  }

  /** A session in which a task that runs out of memory ends no process, on any master. */
  static SparkSession startExperiment(String command) {
    return start(command, Map.of(FATAL_ERRORS_THAT_END_THE_PROCESS, NONE));
  }

  /** The session, with settings that keep a command's traces in one place. */
  static SparkSession start(String command, Map<String, String> settings) {
    SparkSession.Builder builder =
        SparkSettings.applyTo(SparkSession.builder()).appName("barraiser " + command);
    settings.forEach(builder::config);
    onOneMachine(new SparkConf()).forEach(builder::config);
    return builder.getOrCreate();
  }

  /**
   * What holds where executor and command are one process, unless the user has said otherwise: a
   * task that runs out of memory fails, so that the command can say so, and files are cut into
   * several splits for each core, so that what a filter leaves of them is shared out evenly.
   */
  static Map<String, String> onOneMachine(SparkConf submitted) {
    Matcher local = LOCAL.matcher(submitted.get(MASTER, ""));
    if (!local.matches()) {
      return Map.of();
    }
    Map<String, String> settings = new HashMap<>();
    if (!submitted.contains(FATAL_ERRORS_THAT_END_THE_PROCESS)) {
      settings.put(FATAL_ERRORS_THAT_END_THE_PROCESS, NONE);
    }
    if (!submitted.contains(FILE_SPLITS) && !submitted.contains(SCAN_TASKS)) {
      settings.put(FILE_SPLITS, String.valueOf(SPLITS_PER_CORE * cores(local)));
    }
    return settings;
  }

  private static int cores(Matcher local) {
    String cores = local.group("cores") == null ? "1" : local.group("cores");
    return cores.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(cores);
  }

  /**
   * What batches are loaded with unless the user has set it: a batch is small, and of the 200 tasks
   * that Spark would cut it into most would have no row.
   */
  static Map<String, String> forBatches(SparkSession spark) {
    int tasks = TASKS_PER_CORE * spark.sparkContext().defaultParallelism();
    return spark.sparkContext().conf().contains(SHUFFLE_PARTITIONS)
        ? Map.of()
        : Map.of(SHUFFLE_PARTITIONS, String.valueOf(tasks));
  }

  /** Stops the session if one was started, so that executors end in order. */
  static void stop() {
    Option<SparkSession> session = SparkSession.getDefaultSession();
    if (session.isDefined()) {
      session.get().stop();
    }
  }
}
