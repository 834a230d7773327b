package com.barraiser.cli;

import com.barraiser.check.answers.AnswerFile;
import com.barraiser.vocabulary.Exercise;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Follows a file, and judges every version of it; a new one ends the judging of the one before. */
final class Watch {

  private static final long PAUSE_MILLIS = 40;

  /** Moves to the top left and clears what is below. */
  private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

  private static final boolean ON_TERMINAL = Boolean.getBoolean("barraiser.terminal");

  private final SparkSession spark;
  private final Exercise exercise;
  private final AnswerFile file;
  private final boolean json;
  private final PrintWriter out;
  private final BiConsumer<Supplier<String>, PrintWriter> judge;
  private volatile boolean ending;
  private volatile Gate gate;
  private Thread judging;

  private Watch(
      SparkSession spark,
      Exercise exercise,
      AnswerFile file,
      boolean json,
      PrintWriter out,
      BiConsumer<Supplier<String>, PrintWriter> judge) {
    this.spark = spark;
    this.exercise = exercise;
    this.file = file;
    this.json = json;
    this.out = out;
    this.judge = judge;
    this.gate = new Gate(out);
  }

  /**
   * Follows a file until the process ends, or this thread is interrupted.
   *
   * @param json whether all that is said is facts as JSON
   * @param judge judges a version of the file's text, which is given unless the file holds none,
   *     and says so to the writer
   */
  static void follow(
      SparkSession spark,
      Exercise exercise,
      AnswerFile file,
      boolean json,
      PrintWriter out,
      BiConsumer<Supplier<String>, PrintWriter> judge)
      throws InterruptedException {
    Watch watch = new Watch(spark, exercise, file, json, out, judge);
    Thread atExit = new Thread(watch::end, "end-watch");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      watch.follow();
    } finally {
      // At the end of the process Spark stops too, and has no jobs that could be cancelled.
      if (!watch.ending) {
        Runtime.getRuntime().removeShutdownHook(atExit);
        watch.stopJudging();
      }
    }
  }

  private void follow() throws InterruptedException {
    Optional<ByteBuffer> judged = Optional.empty();
    Optional<ByteBuffer> before = Optional.empty();
    while (!ending) {
      Optional<ByteBuffer> content = content();
      // An editor may empty a file before it writes it: what stays for a moment is meant.
      if (content.isPresent() && content.equals(before) && !content.equals(judged)) {
        judged = content;
        stopJudging();
        startJudging(content.get().array());
      }
      before = content;
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Ends the following soon; {@link SilentEnd} silences what is being judged. */
  private void end() {
    ending = true;
  }

  /** Empty while the file is not there, as between the two steps of an editor that replaces it. */
  private Optional<ByteBuffer> content() {
    try {
      return Optional.of(ByteBuffer.wrap(Files.readAllBytes(file.path())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void startJudging(byte[] content) {
    gate = new Gate(out);
    PrintWriter gated = new PrintWriter(gate, true);
    judging = new Thread(() -> redraw(content, gated), "judge");
    judging.setDaemon(true);
    judging.start();
  }

  private void redraw(byte[] content, PrintWriter gated) {
    if (!json) {
      LocalTime now = LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
      gated.printf("%s%s at %s%n", ON_TERMINAL ? CLEAR : "", file.name(), now);
    }
    try {
      judge.accept(() -> file.text(content), gated);
      // What Spark throws when it is cancelled is declared nowhere.
    } catch (Exception | Error e) {
      String message = Failure.message(e);
      gated.println(json ? Json.of(CheckFacts.failed(exercise, file.name(), message)) : message);
    }
    if (!json) {
      gated.println("Watching " + file.path() + "; Ctrl-C ends.");
    }
  }

  /** Ends the judging of the version before, and waits until it has ended. */
  private void stopJudging() throws InterruptedException {
    gate.shut();
    // An answer may take one interrupt for its own, and go on.
    while (judging != null && judging.isAlive()) {
      judging.interrupt();
      spark.sparkContext().cancelAllJobs();
      judging.join(PAUSE_MILLIS);
    }
  }
}
