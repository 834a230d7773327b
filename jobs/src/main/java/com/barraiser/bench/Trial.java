package com.barraiser.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A contender on its way through an experiment: what is known of it so far. */
final class Trial {

  private final Setup setup;
  private final Contender contender;
  private final Environment environment;
  private final Instant startedAt = Instant.now();
  private final List<Double> seconds = new ArrayList<>();
  private final List<List<StageMetrics>> stages = new ArrayList<>();
  private volatile Checksum checksum;
  private volatile String plan = "";
  private Outcome outcome = Outcome.MEASURED;
  private String detail = "";

  Trial(Setup setup, Contender contender, Environment environment) {
    this.setup = setup;
    this.contender = contender;
    this.environment = environment;
  }

  Contender contender() {
    return contender;
  }

  String name() {
    return contender.name();
  }

  Optional<Checksum> checksum() {
    return Optional.ofNullable(checksum);
  }

  void checksum(Checksum answer) {
    checksum = answer;
  }

  void plan(String text) {
    plan = text;
  }

  void time(double runSeconds, List<StageMetrics> runStages) {
    seconds.add(runSeconds);
    stages.add(runStages);
  }

  /**
   * There is no answer that is known to be right. Of several, all but one are wrong, and nobody
   * knows which.
   *
   * @param answers how many different ones were given instead
   */
  void cannotCompare(int answers) {
    String noAnswer = "the recommended solution has no answer";
    if (ended()) {
      return;
    }
    if (answers > 1) {
      end(Outcome.WRONG, "%s, and the others have %d different ones".formatted(noAnswer, answers));
    } else {
      outcome = Outcome.NOT_COMPARED;
      detail = noAnswer;
    }
  }

  /** Compares the answer with the right one. */
  void compare(Checksum expected) {
    if (checksum == null || checksum.equals(expected)) {
      return;
    }
    String difference =
        "%,d rows with checksum %s, but %,d with %s are right"
            .formatted(checksum.rows(), checksum.hash(), expected.rows(), expected.hash());
    if (contender.isApproximate()) {
      outcome = Outcome.APPROXIMATE;
      detail = difference;
    } else {
      end(Outcome.WRONG, difference);
    }
  }

  /** Nothing more is measured. */
  void end(Outcome how, String why) {
    outcome = how;
    detail = why;
    seconds.clear();
    stages.clear();
  }

  boolean ended() {
    return !outcome.isTimed();
  }

  String words() {
    return outcome.words() + (detail.isEmpty() ? "" : ": " + detail);
  }

  private Map<String, String> stated() {
    Map<String, String> all = new TreeMap<>(setup.vary());
    all.putAll(setup.scale().stated());
    return all;
  }

  Measurement measurement() {
    Optional<Times> times =
        seconds.isEmpty() ? Optional.empty() : Optional.of(new Times(List.copyOf(seconds)));
    return new Measurement(
        setup.question(),
        contender.name(),
        contender.engine(),
        setup.scale(),
        setup.rows(),
        stated(),
        outcome,
        detail,
        times,
        checksum(),
        times.map(all -> stages.get(all.medianRun())).orElse(List.of()),
        plan,
        environment.versions(),
        environment.settings(),
        environment.cores(),
        environment.heapBytes(),
        startedAt);
  }
}
