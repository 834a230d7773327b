package com.barraiser.bench;

import com.barraiser.bench.Attempt.Missed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Measures ways to answer a question on one size of data with one setting.
 *
 * <p>Correct first: every answer's checksum must be the recommended solution's. Then each runs once
 * to warm up, and then the runs are timed, one of each in turn, so that whatever slows the machine
 * down for a while slows all of them. Before each run the heap is tidied, so that none pays for
 * another's garbage. A time covers planning and the whole computation: the rows of an answer go to
 * a sink that drops them, a batch goes into the tables of a warehouse. Opening the tables and the
 * batch is not in it.
 */
public final class Experiment {

  private static final double NANOS = 1e9;

  private final SparkSession spark;
  private final Contest contest;
  private final Setup setup;
  private final Consumer<String> progress;
  private final Attempt attempt;

  /**
   * Prepares an experiment.
   *
   * @param progress takes a line for every step
   */
  public Experiment(SparkSession spark, Contest contest, Consumer<String> progress) {
    this.spark = spark;
    this.contest = contest;
    this.setup = contest.setup();
    this.progress = progress;
    this.attempt = new Attempt(setup.limit());
  }

  /** Measures all, in the order in which they are named, peers last. */
  public List<Measurement> measure() {
    List<Contender> contenders = contest.contenders(spark);
    try {
      return measure(contenders);
    } finally {
      contenders.forEach(Contender::close);
    }
  }

  private List<Measurement> measure(List<Contender> contenders) {
    Map<String, String> others = new TreeMap<>();
    contenders.forEach(contender -> others.putAll(contender.versions()));
    Environment environment = Environment.of(spark).with(others);
    List<Trial> trials = contenders.stream().map(c -> new Trial(setup, c, environment)).toList();
    trials.forEach(trial -> run(trial, trial.contender()::setUp));
    Optional<Checksum> expected = expected(trials, environment);
    trials.forEach(trial -> check(trial, expected));
    trials.forEach(this::warmUp);
    try (StageListener listener = StageListener.on(spark.sparkContext())) {
      for (int run = 1; run <= setup.runs(); run++) {
        for (Trial trial : trials) {
          time(trial, run, listener);
        }
      }
    }
    return trials.stream().map(Trial::measurement).toList();
  }

  /**
   * What the recommended solution answers, also when it is not among those to be measured; where it
   * has no answer, what the first other one does.
   */
  private Optional<Checksum> expected(List<Trial> trials, Environment environment) {
    try (Contender recommended = contest.recommended(spark)) {
      Optional<Trial> named =
          trials.stream().filter(t -> t.name().equals(recommended.name())).findFirst();
      return named
          .map(this::checksum)
          .orElseGet(() -> checksumOf(new Trial(setup, recommended, environment)))
          .or(
              () ->
                  trials.stream()
                      .filter(other -> !other.contender().isApproximate())
                      .filter(other -> !other.name().equals(recommended.name()))
                      .flatMap(other -> checksum(other).stream())
                      .findFirst());
    }
  }

  private Optional<Checksum> checksumOf(Trial beside) {
    run(beside, beside.contender()::setUp);
    return checksum(beside);
  }

  private void check(Trial trial, Optional<Checksum> expected) {
    if (!trial.ended() && trial.checksum().isEmpty()) {
      checksum(trial);
    }
    trial.compare(expected);
    say(trial, trial.ended() ? trial.words() : "answer checked");
  }

  private Optional<Checksum> checksum(Trial trial) {
    run(trial, () -> trial.checksum(trial.contender().checksum()));
    return trial.checksum();
  }

  /** The first run finds what is not compiled or cached yet; it also gives the plan. */
  private void warmUp(Trial trial) {
    run(trial, () -> trial.plan(trial.contender().plan()));
  }

  private void time(Trial trial, int run, StageListener listener) {
    Contender contender = trial.contender();
    listener.listenTo(contender.jobGroup());
    run(
        trial,
        () -> {
          contender.prepare();
          System.gc();
          long start = System.nanoTime();
          contender.consume();
          double seconds = (System.nanoTime() - start) / NANOS;
          trial.time(seconds, listener.metrics());
          say(trial, String.format(Locale.ROOT, "run %d: %.2f s", run, seconds));
        });
  }

  private void run(Trial trial, Runnable work) {
    if (trial.ended()) {
      return;
    }
    try {
      attempt.run(
          () -> {
            work.run();
            return true;
          },
          trial.contender()::cancel);
    } catch (Missed e) {
      trial.end(e.outcome(), e.getMessage());
      say(trial, trial.words());
    }
  }

  private void say(Trial trial, String what) {
    String vary = setup.vary().isEmpty() ? "" : " " + setup.vary();
    progress.accept(
        String.format(
            Locale.ROOT,
            "%s, %s%s, %s: %s",
            setup.question(),
            setup.scale(),
            vary,
            trial.name(),
            what));
  }
}
