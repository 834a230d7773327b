package com.barraiser.cli;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.generate.BatchGenerator;
import com.barraiser.datasets.generate.Generator;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.datasets.generate.Manifest;
import com.barraiser.datasets.write.StagedFolder;
import com.barraiser.datasets.write.StagedFolder.Overwrite;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.warehouse.StatefulQuestion;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Generated data sets on disk. */
final class DataSets {

  private static final long ROWS_PER_FILE = 1_000_000;
  private static final int MIN_FILES = 2;

  private DataSets() {}

  /** Writes a data set and its manifest; the folder appears when both are complete. */
  static Manifest write(
      SparkSession spark,
      Exercise exercise,
      Knobs knobs,
      Format format,
      int partitions,
      StagedFolder target) {
    Generator generator = exercise.generator();
    return write(spark, target, place -> generator.write(spark, knobs, format, partitions, place));
  }

  private static Manifest write(
      SparkSession spark, StagedFolder target, Function<String, Manifest> writing) {
    try (StagedFolder folder = target) {
      Manifest manifest = writing.apply(folder.staging());
      manifest.write(spark.sessionState().newHadoopConf(), folder.staging());
      folder.publish();
      return manifest;
    }
  }

  /** The folder of a question's small data set, which is made when it is first asked for. */
  static String small(SparkSession spark, Exercise exercise) {
    return made(
        spark, exercise, "data/" + exercise.name() + "-small", exercise.sample(), Format.JSON);
  }

  /** The folder of a data set of that many rows, which is made when it is first asked for. */
  static String ofRows(SparkSession spark, Exercise exercise, long rows) {
    String folder = "data/%s-of-%d-rows".formatted(exercise.name(), rows);
    return made(spark, exercise, folder, exercise.sample().withRows(rows), Format.PARQUET);
  }

  /** The folder of an experiment's data set, which is made when it is first asked for. */
  static String large(SparkSession spark, Exercise exercise, Knobs knobs, Format format) {
    String place = "bench/%s/%s".formatted(exercise.name(), name(knobs, format));
    return made(spark, exercise, place, knobs, format);
  }

  /** The folder of a history and a day after it, which is made when it is first asked for. */
  static String history(SparkSession spark, StatefulQuestion question, Knobs knobs, Format format) {
    BatchGenerator generator = question.generator();
    int files = files(knobs.rows());
    return made(
        spark,
        "bench/%s/%s-history".formatted(question.name(), name(knobs, format)),
        knobs,
        format,
        folder -> generator.writeHistory(spark, knobs, format, files, folder));
  }

  private static String name(Knobs knobs, Format format) {
    return "%d-%s-%08x".formatted(knobs.rows(), format.key(), knobs.hashCode());
  }

  private static String made(
      SparkSession spark, Exercise exercise, String place, Knobs knobs, Format format) {
    Generator generator = exercise.generator();
    int files = files(knobs.rows());
    return made(
        spark,
        place,
        knobs,
        format,
        folder -> generator.write(spark, knobs, format, files, folder));
  }

  /** The folder in the project's own one, made again if what stands there is something else. */
  private static String made(
      SparkSession spark,
      String place,
      Knobs knobs,
      Format format,
      Function<String, Manifest> writing) {
    String folder = Home.place(place).toString();
    Configuration hadoop = spark.sessionState().newHadoopConf();
    boolean fits =
        Manifest.read(hadoop, folder)
            .filter(made -> made.knobs().equals(knobs) && made.format().equals(format.key()))
            .isPresent();
    if (!fits) {
      StagedFolder target = StagedFolder.at(hadoop, folder, Overwrite.REPLACE);
      write(spark, target, writing);
    }
    return folder;
  }

  /** Into how many files a table of that many rows is cut. */
  static int files(long rows) {
    return (int) Math.max(MIN_FILES, rows / ROWS_PER_FILE);
  }
}
