package com.barraiser.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.spark.sql.SparkSession;

/** Follows a file, and judges every version of it; a new one ends the judging of the one before. */
final class Watch {

  private static final long PAUSE_MILLIS = 40;

  private final SparkSession spark;
  private final Path file;
  private final PrintWriter out;
  private final BiConsumer<String, PrintWriter> judge;
  private volatile boolean ending;
  private volatile Gate gate;
  private Thread judging;

  /**
   * Prepares to follow a file.
   *
   * @param judge judges a version of the file's text, and says so to the writer
   */
  Watch(SparkSession spark, Path file, PrintWriter out, BiConsumer<String, PrintWriter> judge) {
    this.spark = spark;
    this.file = file;
    this.out = out;
    this.judge = judge;
    this.gate = new Gate(out);
  }

  /** Follows the file until {@link #end} or the end of the process. */
  void follow() throws InterruptedException {
    Optional<String> judged = Optional.empty();
    Optional<String> before = Optional.empty();
    while (!ending) {
      Optional<String> text = text();
      // An editor may empty a file before it writes it: what stays for a moment is meant.
      if (text.isPresent() && text.equals(before) && !text.equals(judged)) {
        judged = text;
        stopJudging();
        startJudging(text.get());
      }
      before = text;
      Thread.sleep(PAUSE_MILLIS);
    }
    stopJudging();
  }

  /** Ends {@link #follow} soon, and silences what is being judged. */
  void end() {
    ending = true;
    gate.shut();
    spark.sparkContext().setLogLevel("OFF");
  }

  /** Empty while the file is not there, as between the two steps of an editor that replaces it. */
  private Optional<String> text() {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void startJudging(String text) {
    gate = new Gate(out);
    PrintWriter gated = new PrintWriter(gate, true);
    judging = new Thread(() -> judge.accept(text, gated), "judge");
    judging.setDaemon(true);
    judging.start();
  }

  private void stopJudging() throws InterruptedException {
    if (judging != null) {
      gate.shut();
      judging.interrupt();
      spark.sparkContext().cancelAllJobs();
      judging.join();
    }
  }
}
