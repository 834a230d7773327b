package com.barraiser.bench;

import com.barraiser.bench.Attempt.Missed;
import com.barraiser.vocabulary.Peer;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Measures solutions and peers on one size of data with one setting.
 *
 * <p>Correct first: every answer's checksum must be the recommended solution's. Then each runs once
 * to warm up, and then the runs are timed, one of each in turn, so that whatever slows the machine
 * down for a while slows all of them. Before each run the heap is tidied, so that none pays for
 * another's garbage. A time covers planning, the whole computation and handing the rows to a sink
 * that drops them; opening the tables is not in it.
 */
public final class Experiment {

  private static final AtomicLong JOB_GROUPS = new AtomicLong();
  private static final double NANOS = 1e9;

  private final SparkSession spark;
  private final Setup setup;
  private final Consumer<String> progress;
  private final Attempt attempt;
  private final Environment environment;

  /**
   * Prepares an experiment.
   *
   * @param progress takes a line for every step
   */
  public Experiment(SparkSession spark, Setup setup, Consumer<String> progress) {
    this.spark = spark;
    this.setup = setup;
    this.progress = progress;
    this.attempt = new Attempt(setup.limit());
    this.environment = Environment.of(spark);
  }

  /** Measures all, in the order in which they are named, peers last. */
  public List<Measurement> measure() {
    if (setup.peers().isEmpty()) {
      return measure(sparkContenders(), environment);
    }
    try (DuckDb duckDb =
        DuckDb.open(
            setup.peerFolder(), environment.cores(), setup.question().tables(), setup.data())) {
      List<Contender> contenders = new ArrayList<>(sparkContenders());
      for (Peer peer : setup.peers()) {
        contenders.add(
            new DuckDbContender(spark, duckDb, setup.question(), peer, setup.parameters()));
      }
      return measure(
          contenders, environment.with(DuckDb.ENGINE, duckDb.query("SELECT version()", 1)));
    }
  }

  private List<Contender> sparkContenders() {
    return setup.solutions().stream().map(this::contender).toList();
  }

  private Contender contender(Solution solution) {
    String jobGroup = "barraiser-bench-" + JOB_GROUPS.incrementAndGet();
    return new SparkContender(
        spark, setup.question(), solution, setup.data().tables(), setup.parameters(), jobGroup);
  }

  private List<Measurement> measure(List<Contender> contenders, Environment environment) {
    List<Trial> trials = contenders.stream().map(c -> new Trial(setup, c, environment)).toList();
    Optional<Checksum> expected = expected(trials);
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
  private Optional<Checksum> expected(List<Trial> trials) {
    String recommended = setup.question().recommended();
    Trial trial =
        trials.stream()
            .filter(candidate -> candidate.name().equals(recommended))
            .findFirst()
            .orElseGet(
                () ->
                    new Trial(
                        setup,
                        contender(Shelf.solution(setup.question(), recommended)),
                        environment));
    return checksum(trial)
        .or(
            () ->
                trials.stream()
                    .filter(other -> other != trial && !other.contender().isApproximate())
                    .flatMap(other -> checksum(other).stream())
                    .findFirst());
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
    listener.listenTo(contender instanceof SparkContender onSpark ? onSpark.jobGroup() : "");
    System.gc();
    run(
        trial,
        () -> {
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
            "%s, %,d rows%s, %s: %s",
            setup.question().name(),
            setup.data().rows(),
            vary,
            trial.name(),
            what));
  }
}
