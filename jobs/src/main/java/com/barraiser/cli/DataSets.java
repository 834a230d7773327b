package com.barraiser.cli;

import com.barraiser.datasets.DataException;
import com.barraiser.datasets.Format;
import com.barraiser.datasets.generate.Knobs;
import com.barraiser.datasets.generate.Manifest;
import com.barraiser.datasets.write.StagedFolder;
import com.barraiser.datasets.write.StagedFolder.Overwrite;
import com.barraiser.vocabulary.Question;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Generated data sets on disk. */
final class DataSets {

  /** Where the launcher keeps what is made once; below the working folder without a launcher. */
  private static final String HOME = System.getProperty("barraiser.home", ".barraiser");

  /** Small enough to be answered in a moment, and with some of everything that can go wrong. */
  private static final Knobs SMALL = new Knobs(20_000, 1, 0.5, 0.02, 0.01, 0.002, 7);

  private static final long ROWS_PER_FILE = 1_000_000;

  private DataSets() {}

  /** Writes a data set and its manifest; the folder appears when both are complete. */
  static Manifest write(
      SparkSession spark,
      Question question,
      Knobs knobs,
      Format format,
      int partitions,
      StagedFolder target) {
    try (StagedFolder folder = target) {
      Manifest manifest =
          question.generator().write(spark, knobs, format, partitions, folder.staging());
      manifest.write(spark.sessionState().newHadoopConf(), folder.staging());
      folder.publish();
      return manifest;
    }
  }

  /** The folder of a question's small data set, which is made when it is first asked for. */
  static String small(SparkSession spark, Question question) {
    String folder = HOME + "/data/" + question.name() + "-small";
    Configuration hadoop = spark.sessionState().newHadoopConf();
    Path manifest = new Path(folder, Manifest.FILE_NAME);
    if (!exists(manifest, hadoop)) {
      StagedFolder target = StagedFolder.at(hadoop, folder, Overwrite.REPLACE);
      write(spark, question, SMALL, Format.JSON, 2, target);
    }
    return folder;
  }

  /** The folder of a large data set, which is made when it is first asked for. */
  static String large(SparkSession spark, Question question, Knobs knobs, Format format) {
    String name = "%d-%s-%08x".formatted(knobs.rows(), format.key(), knobs.hashCode());
    String folder = HOME + "/bench/" + question.name() + "/" + name;
    Configuration hadoop = spark.sessionState().newHadoopConf();
    boolean fits =
        Manifest.read(hadoop, folder)
            .filter(made -> made.knobs().equals(knobs) && made.format().equals(format.key()))
            .isPresent();
    if (!fits) {
      StagedFolder target = StagedFolder.at(hadoop, folder, Overwrite.REPLACE);
      write(spark, question, knobs, format, files(knobs.rows()), target);
    }
    return folder;
  }

  /** Into how many files a table of that many rows is cut. */
  static int files(long rows) {
    return (int) Math.max(1, rows / ROWS_PER_FILE);
  }

  /** Where the jars of other engines lie. */
  static java.nio.file.Path peers() {
    return java.nio.file.Path.of(HOME, "peers");
  }

  /** Where experiments leave their results when nobody names a folder. */
  static java.nio.file.Path experiments() {
    return java.nio.file.Path.of(HOME, "bench");
  }

  private static boolean exists(Path path, Configuration hadoop) {
    try {
      return path.getFileSystem(hadoop).exists(path);
    } catch (IOException e) {
      throw new DataException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }
}
