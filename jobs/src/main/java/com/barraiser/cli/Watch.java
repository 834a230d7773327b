package com.barraiser.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** Follows a file, and judges every version of it; a new one ends the judging of the one before. */
final class Watch {

  private static final long PAUSE_MILLIS = 40;

  private final SparkSession spark;
  private final Path file;
  private final Consumer<String> judge;
  private volatile boolean ending;
  private Thread judging;

  Watch(SparkSession spark, Path file, Consumer<String> judge) {
    this.spark = spark;
    this.file = file;
    this.judge = judge;
  }

  /** Follows the file until the process ends, or until {@link #end}. */
  void follow() throws InterruptedException {
    Optional<String> judged = Optional.empty();
    Optional<String> before = Optional.empty();
    while (!ending) {
      Optional<String> text = text();
      // An editor may empty a file before it writes it: what stays for a moment is meant.
      if (text.isPresent() && text.equals(before) && !text.equals(judged)) {
        judged = text;
        stopJudging();
        judging = new Thread(() -> judge.accept(text.get()), "judge");
        judging.setDaemon(true);
        judging.start();
      }
      before = text;
      Thread.sleep(PAUSE_MILLIS);
    }
    stopJudging();
  }

  /** Ends {@link #follow} soon. */
  void end() {
    ending = true;
  }

  /** Empty while the file is not there, as between the two steps of an editor that replaces it. */
  private Optional<String> text() {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void stopJudging() throws InterruptedException {
    if (judging != null) {
      judging.interrupt();
      spark.sparkContext().cancelAllJobs();
      judging.join();
    }
  }
}
