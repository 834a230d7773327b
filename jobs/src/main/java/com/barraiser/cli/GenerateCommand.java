package com.barraiser.cli;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.generate.Knob;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.datasets.generate.Manifest;
import com.barraiser.datasets.generate.Manifest.Achieved;
import com.barraiser.datasets.write.StagedFolder;
import com.barraiser.datasets.write.StagedFolder.Overwrite;
import com.barraiser.vocabulary.Exercise;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Generates the input of a exercise. */
@Command(
    name = "generate",
    description = "Generates input data: the same arguments give the same rows, on any machine.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class GenerateCommand implements Callable<Integer> {

  private static final double NANOS = 1e9;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "QUESTION",
      description = "A name from 'list'.",
      converter = ExerciseArgument.class)
  private Exercise exercise;

  @Option(
      names = "--rows",
      required = true,
      paramLabel = "N",
      description = "Rows of the largest table, such as 50k or 10m.",
      converter = RowsOption.class)
  private long rows;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "The folder to make, with a folder per table and a manifest.")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "parquet",
      description = "json, csv, parquet or delta. Default: ${DEFAULT-VALUE}",
      converter = FormatOption.class)
  private Format format;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another seed, other rows. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--skew",
      paramLabel = "Z",
      defaultValue = "0",
      description =
          "Zipf exponent of how often keys occur; 0 is uniform. Default: ${DEFAULT-VALUE}")
  private double skew;

  @Option(
      names = "--late",
      paramLabel = "P",
      defaultValue = "0",
      description = "Share of rows that arrive late, 0 to 1. Default: ${DEFAULT-VALUE}")
  private double late;

  @Option(
      names = "--duplicates",
      paramLabel = "P",
      defaultValue = "0",
      description = "Share of rows that repeat another. Default: ${DEFAULT-VALUE}")
  private double duplicates;

  @Option(
      names = "--malformed",
      paramLabel = "P",
      defaultValue = "0",
      description = "Share of damaged rows. Default: ${DEFAULT-VALUE}")
  private double malformed;

  @Option(
      names = "--days",
      paramLabel = "D",
      defaultValue = "7",
      description = "Days that the rows span. Default: ${DEFAULT-VALUE}")
  private int days;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Files per table; the rows are the same. Default: one a million rows")
  private Integer partitions;

  @Option(
      names = "--set",
      paramLabel = "KNOB=VALUE",
      description = "Set a knob that only this question's data has.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--overwrite", description = "Replace the folder if it exists.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print the manifest as JSON.")
  private boolean json;

  @Option(names = "--verbose", description = "Show the stack trace of a failure.")
  private boolean verbose;

  @Override
  public Integer call() {
    Knobs knobs = knobs();
    int files = files();
    SparkSession spark = Sessions.start("generate " + exercise.name());
    long start = System.nanoTime();
    Manifest manifest =
        DataSets.write(
            spark,
            exercise,
            knobs,
            format,
            files,
            StagedFolder.at(
                spark.sessionState().newHadoopConf(),
                output,
                overwrite ? Overwrite.REPLACE : Overwrite.REFUSE));
    reportSpeed(manifest, System.nanoTime() - start, spark.sparkContext().defaultParallelism());
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? manifest.toJson() : "wrote " + output + "\n" + manifest.toJson());
    out.flush();
    return 0;
  }

  /** Starting Spark is not in it. */
  private void reportSpeed(Manifest manifest, long nanos, int cores) {
    long written = manifest.achieved().values().stream().mapToLong(Achieved::rows).sum();
    double seconds = nanos / NANOS;
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        String.format(
            Locale.ROOT,
            "%,d rows in %.1f s: %,.0f rows/s on %d cores",
            written,
            seconds,
            written / seconds,
            cores));
    err.flush();
  }

  private Knobs knobs() {
    try {
      Knobs knobs = new Knobs(rows, seed, skew, late, duplicates, malformed, days, own());
      exercise.generator().check(knobs);
      return knobs;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private Map<String, Double> own() {
    Map<String, Knob> known =
        exercise.generator().knobs().stream().collect(toMap(Knob::name, Function.identity()));
    Map<String, Double> values = new LinkedHashMap<>();
    settings.forEach(
        (name, text) -> {
          Knob knob =
              Optional.ofNullable(known.get(name))
                  .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
          values.put(name, knob.parse(text));
        });
    return values;
  }

  private String unknown(String name) {
    String have =
        exercise.generator().knobs().stream()
            .map(knob -> knob.name() + " (" + knob.meaning() + ")")
            .collect(joining(", "));
    return "%s has no knob '%s'; it has %s"
        .formatted(exercise.name(), name, have.isEmpty() ? "none of its own" : have);
  }

  private int files() {
    if (partitions == null) {
      return DataSets.files(rows);
    }
    if (partitions < 1) {
      throw new ParameterException(spec.commandLine(), "--partitions must be at least 1");
    }
    return partitions;
  }
}
