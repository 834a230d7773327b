package com.barraiser.bench;

import java.util.List;
import java.util.Optional;

/** Measurements beside the baseline of their size and setting: the first one of these. */
final class Comparison {

  private final List<Measurement> measurements;

  Comparison(List<Measurement> measurements) {
    this.measurements = List.copyOf(measurements);
  }

  /** What the others of the same question, size and setting are compared to. */
  Measurement baseline(Measurement measurement) {
    return measurements.stream()
        .filter(other -> other.question().equals(measurement.question()))
        .filter(other -> other.rows() == measurement.rows())
        .filter(other -> other.vary().equals(measurement.vary()))
        .findFirst()
        .orElseThrow();
  }

  /** How long it took compared to the baseline, in words. */
  String words(Measurement measurement) {
    Measurement baseline = baseline(measurement);
    if (baseline == measurement) {
      return "baseline";
    }
    Optional<Times> before = baseline.times();
    return before
        .flatMap(all -> measurement.times().map(times -> times.comparedTo(all)))
        .orElse("");
  }

  /** What differs between the baseline's plan and this one, where both are of one engine. */
  String planDifference(Measurement measurement) {
    Measurement baseline = baseline(measurement);
    boolean comparable =
        baseline != measurement
            && baseline.engine().equals(measurement.engine())
            && !baseline.plan().isEmpty()
            && !measurement.plan().isEmpty();
    return comparable
        ? Plans.difference(
            baseline.solution(), baseline.plan(), measurement.solution(), measurement.plan())
        : "";
  }
}
