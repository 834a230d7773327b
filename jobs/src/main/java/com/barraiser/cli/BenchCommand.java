package com.barraiser.cli;

import com.barraiser.bench.Contest;
import com.barraiser.bench.Environment;
import com.barraiser.bench.Experiment;
import com.barraiser.bench.HtmlReport;
import com.barraiser.bench.MarkdownTable;
import com.barraiser.bench.Measurement;
import com.barraiser.bench.Results;
import com.barraiser.bench.Slots;
import com.barraiser.cli.Bench.Common;
import com.barraiser.datasets.Format;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Parameter;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the solutions of questions against each other and against other engines. */
@Command(
    name = "bench",
    description = "Measures solutions: right answers first, then time and where it goes.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  barraiser bench first-event --rows 1m,10m --peer duckdb --report first-event-bench",
      "  barraiser bench first-event --solutions window-rank,packed-values --vary skew=0,1,1.5",
      "  barraiser bench first-event --vary spark.sql.shuffle.partitions=2,8,64",
      "  barraiser bench orders-fact --history 10,30,100,300 --report orders-fact-bench",
      "",
      "Generated data is kept under .barraiser/bench and used again; delete it to make it anew."
    })
final class BenchCommand implements Callable<Integer> {

  private static final String ALL = "all";
  private static final List<Long> HISTORY = List.of(10L, 100L);
  private static final List<Long> LONG_HISTORY = List.of(10L, 30L, 100L, 300L);
  private static final List<Long> SWEEP = List.of(1_000_000L, 10_000_000L, 100_000_000L);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "QUESTION",
      arity = "1..*",
      description = "Names from 'list'.",
      converter = ExerciseArgument.class)
  private List<Exercise> exercises;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "N",
      description = "Rows of the largest table, several with commas. Default: 1m",
      converter = RowsOption.class)
  private List<Long> rows = new ArrayList<>();

  @Option(
      names = "--history",
      split = ",",
      paramLabel = "DAYS",
      description =
          "For a warehouse: measure one more day after so many, several with commas. "
              + "Default: 10,100")
  private List<Long> history = new ArrayList<>();

  @Option(
      names = "--rows-per-day",
      paramLabel = "N",
      defaultValue = "2k",
      description = "For a warehouse: how many rows arrive on a day. Default: ${DEFAULT-VALUE}",
      converter = RowsOption.class)
  private long rowsPerDay;

  @Option(
      names = "--input",
      paramLabel = "PATH | TABLE=PATH",
      description = "Measure on these tables, as 'run' takes them, instead of generated ones.")
  private List<String> inputs = List.of();

  @Option(
      names = "--solutions",
      split = ",",
      paramLabel = "NAME",
      description = "Solutions, the baseline first. Default: all, the recommended one first")
  private List<String> solutions = List.of(ALL);

  @Option(
      names = "--peer",
      split = ",",
      paramLabel = "ENGINE",
      description = "Measure another engine on the same files: duckdb")
  private List<String> peers = new ArrayList<>();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Timed runs of each, after one to warm up. Default: ${DEFAULT-VALUE}")
  private int runs;

  @Option(
      names = "--vary",
      paramLabel = "KEY=V1,V2",
      description = "Vary a knob of 'generate' or a setting of Spark's session; may be repeated.")
  private List<String> varied = List.of();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set a question's parameter.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10m",
      description = "How long one run may take, such as 90s or 10m. Default: ${DEFAULT-VALUE}")
  private String timeout;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "parquet",
      description = "Format of generated data. Default: ${DEFAULT-VALUE}",
      converter = FormatOption.class)
  private Format format;

  @Option(
      names = "--sweep",
      description = {
        "The standard experiment: 1m, 10m and 100m rows, all solutions, DuckDB.",
        "For a warehouse: histories of 10, 30, 100 and 300 days."
      })
  private boolean sweep;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "A folder for the page, the table and the results as JSON Lines.")
  private Path report;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "Append the results to this file as JSON Lines, and not to the report's own.")
  private Path results;

  @Option(names = "--json", description = "Print the results as JSON Lines.")
  private boolean json;

  @Option(names = "--verbose", description = "Show the stack trace of a failure.")
  private boolean verbose;

  @Override
  public Integer call() {
    Map<String, String> vary = asUsage(() -> Variations.named(varied));
    List<Map<String, String>> combinations = Variations.combinations(vary);
    List<Bench> benches = asUsage(() -> checked(combinations));
    SparkSession spark = Sessions.startExperiment("bench");
    Slots.await(spark.sparkContext());
    List<Measurement> measurements = new ArrayList<>();
    try {
      vary.keySet().forEach(key -> Variations.checkModifiable(spark, key));
      for (Bench bench : benches) {
        for (Map<String, String> combination : combinations) {
          for (long size : bench.sizes()) {
            // Data is kept for later runs, so no varied setting may have a part in it.
            bench.generate(spark, combination, size);
            Map<String, String> settings = new LinkedHashMap<>(bench.settings(spark));
            settings.putAll(combination);
            Variations.with(
                spark,
                settings,
                () -> measurements.addAll(measure(spark, bench.contest(spark, combination, size))));
          }
        }
      }
    } catch (RuntimeException e) {
      if (!measurements.isEmpty()) {
        publish(spark, measurements);
      }
      throw e instanceof IllegalArgumentException ? usage(e) : e;
    }
    publish(spark, measurements);
    return measurements.stream().allMatch(Measurement::acceptable) ? 0 : 1;
  }

  private <T> T asUsage(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw usage(e);
    }
  }

  private ParameterException usage(RuntimeException e) {
    return new ParameterException(spec.commandLine(), e.getMessage(), e);
  }

  /** Finds what is wrong with the arguments before Spark is started. */
  private List<Bench> checked(List<Map<String, String>> combinations) {
    if (runs < 1) {
      throw new IllegalArgumentException("--runs must be at least 1");
    }
    Duration limit =
        (Duration) Parameter.duration("timeout", "", Duration.ZERO).parser().apply(timeout);
    List<String> names = solutions.equals(List.of(ALL)) ? List.of() : solutions;
    Common common = new Common(names, settings, format, runs, limit);
    List<Bench> benches = exercises.stream().map(exercise -> bench(common, exercise)).toList();
    benches.forEach(bench -> bench.check(combinations));
    return benches;
  }

  private Bench bench(Common common, Exercise exercise) {
    if (exercise instanceof StatefulQuestion stateful) {
      checkUnused(exercise.name(), "--rows", "--input", "--peer");
      List<Long> lengths = sweep ? LONG_HISTORY : HISTORY;
      return new HistoryBench(common, stateful, rowsPerDay, history.isEmpty() ? lengths : history);
    }
    checkUnused(exercise.name(), "--history", "--rows-per-day");
    if (!inputs.isEmpty()) {
      checkUnused("--input", "--rows", "--format", "--sweep");
    }
    List<Long> sizes = sweep ? SWEEP : SWEEP.subList(0, 1);
    return new TableBench(
        common,
        (Question) exercise,
        rows.isEmpty() ? sizes : rows,
        inputs,
        sweep && peers.isEmpty() ? List.of("duckdb") : peers);
  }

  private void checkUnused(String with, String... options) {
    for (String option : options) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new IllegalArgumentException("%s does not go with %s".formatted(option, with));
      }
    }
  }

  private List<Measurement> measure(SparkSession spark, Contest contest) {
    PrintWriter err = spec.commandLine().getErr();
    Consumer<String> progress =
        line -> {
          err.println(line);
          err.flush();
        };
    List<Measurement> measurements = new Experiment(spark, contest, progress).measure();
    Results.append(resultsFile(), measurements);
    return measurements;
  }

  private Path resultsFile() {
    return Optional.ofNullable(results)
        .orElseGet(
            () ->
                Optional.ofNullable(report)
                    .orElseGet(() -> Home.place("bench"))
                    .resolve("results.jsonl"));
  }

  private void publish(SparkSession spark, List<Measurement> measurements) {
    PrintWriter out = spec.commandLine().getOut();
    String table = MarkdownTable.of(measurements);
    if (json) {
      measurements.forEach(one -> out.println(Json.of(one.facts())));
    } else {
      out.println(table);
    }
    if (report != null) {
      HtmlReport.write(report.resolve("report.html"), measurements, Environment.of(spark));
      MarkdownTable.write(report.resolve("report.md"), table);
    }
    out.flush();
  }
}
