package com.barraiser.cli;

import com.barraiser.bench.Environment;
import com.barraiser.bench.Slots;
import com.barraiser.cli.WarehouseReport.Style;
import com.barraiser.datasets.Format;
import com.barraiser.vocabulary.Approach;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a question. */
@Command(
    name = "run",
    description = "Answers a question, from small generated data where no input is named.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  barraiser run first-event",
      "  barraiser run first-event --input events.json --output first.parquet --rejects bad",
      "  barraiser run first-event --input s3a://bucket/events/ --solution window-rank",
      "  barraiser run orders-fact --warehouse DIR --input LANDING --set date=2024-01-07",
      "",
      "Options of spark-submit may be mixed in: --master local[4] --driver-memory 4g --conf K=V"
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "QUESTION",
      description = "A name from 'list'.",
      converter = ExerciseArgument.class)
  private Exercise exercise;

  @Option(
      names = "--input",
      paramLabel = "PATH | TABLE=PATH",
      description = {
        "A folder that holds every table by its name, or one table's file, folder or pattern: "
            + "JSON Lines, CSV with header, Parquet or Delta.",
        "For a warehouse: a folder with a batch, a folder of such folders, or a landing zone."
      })
  private List<String> inputs = List.of();

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description =
          "The folder of the warehouse that is loaded, for a question about one. "
              + "Without --input a new one, for generated batches. Default: one under .barraiser")
  private String warehouse;

  @Option(
      names = "--output",
      paramLabel = "PATH",
      description = "The folder to make. Default: the first rows are shown.")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "F",
      description =
          "json, csv, parquet or delta. Default: what the output's name ends in, or parquet",
      converter = FormatOption.class)
  private Format format;

  @Option(names = "--overwrite", description = "Replace what an earlier run wrote there.")
  private boolean overwrite;

  @Option(
      names = "--rejects",
      paramLabel = "PATH",
      description = "A folder for the rejected rows, as JSON Lines.")
  private String rejects;

  @Option(
      names = "--solution",
      paramLabel = "NAME",
      description = "A solution from 'list'. Default: the recommended one")
  private String solutionName;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set a parameter.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--json", description = "Print the facts as JSON.")
  private boolean json;

  @Option(
      names = "--verbose",
      description = "Show where and with which settings it runs, and the stack trace of a failure.")
  private boolean verbose;

  @Override
  public Integer call() {
    Approach approach = checked();
    PrintWriter err = spec.commandLine().getErr();
    if (!Shelf.isRight(exercise, approach)) {
      err.println(approach.name() + " is a mutant: wrong on purpose. " + approach.why());
    }
    if (approach.isApproximate()) {
      err.println(approach.name() + " is approximate by design. " + approach.why());
    }
    SparkSession spark = Sessions.start("run " + exercise.name());
    if (exercise instanceof StatefulQuestion) {
      Slots.await(spark.sparkContext());
      Sessions.forBatches(spark).forEach(spark.conf()::set);
    }
    if (verbose) {
      Environment.of(spark).lines().forEach(err::println);
    }
    return exercise instanceof StatefulQuestion stateful
        ? load(spark, stateful, (Refresh) approach)
        : answer(spark, (Question) exercise, (Solution) approach);
  }

  private int load(SparkSession spark, StatefulQuestion question, Refresh refresh) {
    WarehouseRun run =
        new WarehouseRun(question, refresh, settings, Optional.ofNullable(rejects), overwrite);
    WarehouseReport report = new WarehouseReport(question, refresh);
    String folder =
        Optional.ofNullable(warehouse)
            .orElseGet(() -> Home.place("warehouses/" + question.name()).toString());
    if (inputs.isEmpty() && warehouse != null) {
      Warehouse.at(spark, folder).reserveForGeneratedBatches();
    }
    String input = inputs.isEmpty() ? DataSets.small(spark, question) : inputs.get(0);
    PrintWriter err = spec.commandLine().getErr();
    boolean met;
    try {
      met = run.load(spark, input, folder, report, err);
    } catch (RuntimeException | Error e) {
      report.printLoaded(err);
      throw e;
    }
    report.print(spec.commandLine().getOut(), err, json ? Style.JSON : Style.TEXT);
    return met ? 0 : 1;
  }

  private int answer(SparkSession spark, Question question, Solution solution) {
    Inputs opened = Inputs.open(spark, question, inputs);
    Outputs target =
        Outputs.prepare(
            spark,
            Optional.ofNullable(output),
            Optional.ofNullable(rejects),
            overwrite,
            opened.locations());
    Tables tables = opened.tables();
    var parameters = com.barraiser.vocabulary.Parameters.of(question, settings, tables);
    Report report = new Report(question, solution, json);
    report.parameters(parameters);
    try (target) {
      Dataset<Row> answer = solution.answer(tables, parameters);
      if (output == null) {
        report.show(answer);
      } else {
        target.writeAnswer(answer, outputFormat());
      }
      report.rejected(opened.rejectCounts());
      target.writeRejects(opened.rejects());
      target.publish();
    }
    Optional.ofNullable(output).ifPresent(path -> report.wrote(path, outputFormat()));
    report.print(spec.commandLine().getOut(), spec.commandLine().getErr());
    return 0;
  }

  /** Finds what is wrong with the arguments before Spark is started. */
  private Approach checked() {
    try {
      com.barraiser.vocabulary.Parameters.check(exercise, settings);
      if (exercise instanceof Question question) {
        checkUnused("--warehouse", warehouse, "asks for a table");
        Inputs.check(question, inputs);
      } else {
        checkUnused("--output", output, "asks for a warehouse");
        checkUnused("--format", format, "asks for a warehouse");
        if (inputs.size() > 1) {
          throw new IllegalArgumentException("name one --input: what has arrived");
        }
        if (!inputs.isEmpty() && warehouse == null) {
          // The default warehouse holds generated batches: a user's own do not belong among them.
          throw new IllegalArgumentException(
              "--input needs --warehouse for %s: the folder to load it into"
                  .formatted(exercise.name()));
        }
      }
      return Shelf.approach(
          exercise, Optional.ofNullable(solutionName).orElse(exercise.recommended()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private void checkUnused(String option, Object value, String reason) {
    if (value != null) {
      throw new IllegalArgumentException(
          "%s does not go with %s, which %s".formatted(option, exercise.name(), reason));
    }
  }

  private Format outputFormat() {
    return Optional.ofNullable(format)
        .or(() -> Format.ofFile(new Path(output).getName()))
        .orElse(Format.PARQUET);
  }
}
