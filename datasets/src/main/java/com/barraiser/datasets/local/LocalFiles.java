package com.barraiser.datasets.local;

import java.util.Map;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * The files of this machine without the processes that Hadoop starts where its native library is
 * missing: one for every file it writes, and some for every rename by which Delta commits. Modes,
 * checksums and the gap between looking for a file and renaming another to its name are Hadoop's;
 * an error is an {@link java.io.IOException} as there, with the JVM's message.
 */
public final class LocalFiles extends LocalFileSystem {

  /**
   * What has Hadoop use these files. Executors in other processes would not find the classes in
   * time, and {@code SparkSubmit} opens the file system before a command starts its session: the
   * launcher says the same on one machine.
   */
  static final Map<String, String> SETTINGS =
      Map.of(
          "spark.hadoop.fs.file.impl", LocalFiles.class.getName(),
          "spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFilesOfContext.class.getName());

  /** Called by Hadoop. */
  public LocalFiles() {
    super(new RawLocalFiles());
  }

  /** Adds the settings to a session that is about to start, and that nothing was submitted for. */
  public static SparkSession.Builder applyTo(SparkSession.Builder builder) {
    SETTINGS.forEach(builder::config);
    return builder;
  }
}
