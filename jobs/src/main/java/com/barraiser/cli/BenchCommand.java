package com.barraiser.cli;

import static java.util.Comparator.comparing;

import com.barraiser.bench.BenchData;
import com.barraiser.bench.Environment;
import com.barraiser.bench.Experiment;
import com.barraiser.bench.HtmlReport;
import com.barraiser.bench.MarkdownTable;
import com.barraiser.bench.Measurement;
import com.barraiser.bench.Results;
import com.barraiser.bench.Setup;
import com.barraiser.bench.Slots;
import com.barraiser.datasets.Format;
import com.barraiser.vocabulary.Parameter;
import com.barraiser.vocabulary.Peer;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      "",
      "Generated data is kept under .barraiser/bench and used again; delete it to make it anew."
    })
final class BenchCommand implements Callable<Integer> {

  private static final String ALL = "all";
  private static final List<Long> SWEEP = List.of(1_000_000L, 10_000_000L, 100_000_000L);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "QUESTION",
      arity = "1..*",
      description = "Names from 'list'.",
      converter = QuestionArgument.class)
  private List<Question> questions;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "N",
      description = "Rows of the largest table, several with commas. Default: 1m",
      converter = RowsOption.class)
  private List<Long> rows = new ArrayList<>();

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
  private Map<String, String> vary = new LinkedHashMap<>();

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
      description = "The standard experiment: 1m, 10m and 100m rows, all solutions, DuckDB.")
  private boolean sweep;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "A folder for the page, the table and the results as JSON Lines.")
  private Path report;

  @Option(names = "--json", description = "Print the results as JSON Lines.")
  private boolean json;

  @Option(names = "--verbose", description = "Show the stack trace of a failure.")
  private boolean verbose;

  @Override
  public Integer call() {
    Duration limit = checked();
    SparkSession spark = Sessions.startExperiment("bench");
    Slots.await(spark.sparkContext());
    List<Measurement> measurements = new ArrayList<>();
    try {
      vary.keySet().forEach(key -> Variations.checkModifiable(spark, key));
      for (Question question : questions) {
        for (Map<String, String> combination : Variations.combinations(vary)) {
          for (long size : sizes()) {
            Variations.with(
                spark,
                combination,
                () -> measurements.addAll(measure(spark, question, combination, size, limit)));
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    publish(spark, measurements);
    return measurements.stream().allMatch(Measurement::acceptable) ? 0 : 1;
  }

  /** Finds what is wrong with the arguments before Spark is started. */
  private Duration checked() {
    try {
      if (runs < 1) {
        throw new IllegalArgumentException("--runs must be at least 1");
      }
      if (sweep && peers.isEmpty()) {
        peers.add("duckdb");
      }
      for (Question question : questions) {
        com.barraiser.vocabulary.Parameters.check(question, settings);
        Inputs.check(question, inputs);
        solutions(question);
        peers(question);
        Variations.combinations(vary).forEach(one -> Variations.knobs(question, 1, one));
      }
      return (Duration) Parameter.duration("timeout", "", Duration.ZERO).parser().apply(timeout);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private List<Long> sizes() {
    if (!inputs.isEmpty()) {
      return List.of(0L);
    }
    if (!rows.isEmpty()) {
      return rows;
    }
    return sweep ? SWEEP : SWEEP.subList(0, 1);
  }

  /** Of all, the recommended one is the baseline. */
  private List<Solution> solutions(Question question) {
    if (!solutions.equals(List.of(ALL))) {
      return solutions.stream().map(name -> Shelf.solution(question, name)).toList();
    }
    return Shelf.solutions(question).stream()
        .sorted(comparing(solution -> !solution.name().equals(question.recommended())))
        .toList();
  }

  private List<Peer> peers(Question question) {
    return peers.stream().flatMap(engine -> peers(question, engine)).toList();
  }

  private static Stream<Peer> peers(Question question, String engine) {
    List<Peer> found =
        Shelf.peers(question).stream().filter(peer -> peer.engine().equals(engine)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no peer '%s'; there are %s"
              .formatted(
                  question.name(),
                  engine,
                  Shelf.peers(question).stream().map(Peer::engine).distinct().toList()));
    }
    return found.stream();
  }

  private List<Measurement> measure(
      SparkSession spark,
      Question question,
      Map<String, String> combination,
      long size,
      Duration limit) {
    List<String> paths =
        inputs.isEmpty()
            ? List.of(
                DataSets.large(
                    spark, question, Variations.knobs(question, size, combination), format))
            : inputs;
    Inputs opened = Inputs.open(spark, question, paths);
    BenchData data = opened.benchData(size);
    var parameters = com.barraiser.vocabulary.Parameters.of(question, settings, data.tables());
    Setup setup =
        new Setup(
            question,
            solutions(question),
            peers(question),
            Home.place("peers"),
            data,
            parameters,
            combination,
            runs,
            limit);
    PrintWriter err = spec.commandLine().getErr();
    List<Measurement> measurements =
        new Experiment(
                spark,
                setup,
                line -> {
                  err.println(line);
                  err.flush();
                })
            .measure();
    Results.append(resultsFile(), measurements);
    return measurements;
  }

  private Path resultsFile() {
    return Optional.ofNullable(report)
        .orElseGet(() -> Home.place("bench"))
        .resolve("results.jsonl");
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
