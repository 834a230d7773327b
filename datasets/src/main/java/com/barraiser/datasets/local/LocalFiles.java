package com.barraiser.datasets.local;

import java.util.Map;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * The files of this machine, without the process that Hadoop starts for every file it writes and
 * two for every file it renames where its native library is missing: a commit to a Delta table is
 * three of the one and two of the other. Modes, checksums and errors are Hadoop's.
 */
public final class LocalFiles extends LocalFileSystem {

  /**
   * What has Hadoop use these files, from the start of a session; executors of other processes
   * would not find the classes in time.
   */
  static final Map<String, String> SETTINGS =
      Map.of(
          "spark.hadoop.fs.file.impl", LocalFiles.class.getName(),
          "spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFileContext.class.getName());

  /** Called by Hadoop. */
  public LocalFiles() {
    super(new RawLocalFiles());
  }

  /** Adds the settings to a session that is about to start. */
  public static SparkSession.Builder applyTo(SparkSession.Builder builder) {
    SETTINGS.forEach(builder::config);
    return builder;
  }
}
