package com.barraiser.bench;

import static java.util.stream.Collectors.toSet;

import com.barraiser.bench.Attempt.Missed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Measures ways to answer a question on one size of data with one setting.
 *
 * <p>Correct first: every answer's checksum must be the recommended solution's; where that has
 * none, the others are measured as not compared, if they agree. Then each runs once to warm up, and
 * then the runs are timed, one of each in turn, so that whatever slows the machine down for a while
 * slows all of them. Before each run the heap is tidied, so that none pays for another's garbage. A
 * time covers planning and the whole computation: the rows of an answer go to a sink that drops
 * them, a batch goes into the tables of a warehouse. Opening the tables and the batch is not in it.
 */
public final class Experiment {

  private static final double NANOS = 1e9;
  private static final Duration NO_LIMIT = Duration.ofMillis(Long.MAX_VALUE);

  private final SparkSession spark;
  private final Contest contest;
  private final Setup setup;
  private final Consumer<String> progress;

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
    trials.forEach(this::setUp);
    Optional<Checksum> expected = expected(trials, environment);
    trials.forEach(this::answer);
    Set<Checksum> answers =
        trials.stream()
            .filter(trial -> !trial.contender().isApproximate())
            .flatMap(trial -> trial.checksum().stream())
            .collect(toSet());
    trials.forEach(trial -> compare(trial, expected, answers));
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

  /** What the recommended solution answers, also when it is not among those to be measured. */
  private Optional<Checksum> expected(List<Trial> trials, Environment environment) {
    try (Contender recommended = contest.recommended(spark)) {
      return trials.stream()
          .filter(trial -> trial.name().equals(recommended.name()))
          .findFirst()
          .map(this::checksum)
          .orElseGet(() -> checksumOf(new Trial(setup, recommended, environment)));
    }
  }

  private Optional<Checksum> checksumOf(Trial beside) {
    setUp(beside);
    return checksum(beside);
  }

  /** However long that takes: the limit is that of a run. */
  private void setUp(Trial trial) {
    run(new Attempt(NO_LIMIT), trial, trial.contender()::setUp);
  }

  private void answer(Trial trial) {
    if (!trial.ended() && trial.checksum().isEmpty()) {
      checksum(trial);
    }
  }

  private void compare(Trial trial, Optional<Checksum> expected, Set<Checksum> answers) {
    expected.ifPresentOrElse(trial::compare, () -> trial.cannotCompare(answers.size()));
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
    run(new Attempt(setup.limit()), trial, work);
  }

  private void run(Attempt attempt, Trial trial, Runnable work) {
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
