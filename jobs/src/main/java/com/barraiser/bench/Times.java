package com.barraiser.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the runs of a solution took.
 *
 * @param seconds the time of each run in seconds, in the order of the runs
 */
public record Times(List<Double> seconds) {

  /** Copies the list. */
  public Times {
    seconds = List.copyOf(seconds);
  }

  /** The middle time, or the mean of the two middle ones. */
  public double median() {
    List<Double> sorted = seconds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The shortest time. */
  public double min() {
    return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** The longest time. */
  public double max() {
    return seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** Which run took the middle time, the shorter of two middle ones; counted from 0. */
  int medianRun() {
    return IntStream.range(0, seconds.size())
        .boxed()
        .sorted(Comparator.comparing(seconds::get))
        .toList()
        .get((seconds.size() - 1) / 2);
  }

  /** Whether the ranges overlap, so that the difference may be chance. */
  boolean isWithinNoiseOf(Times other) {
    return min() <= other.max() && other.min() <= max();
  }

  /** How these times compare to a baseline's, in words. */
  String comparedTo(Times baseline) {
    if (isWithinNoiseOf(baseline)) {
      return "within noise";
    }
    double ratio = baseline.median() / median();
    return ratio >= 1
        ? String.format(Locale.ROOT, "%.2f× faster", ratio)
        : String.format(Locale.ROOT, "%.2f× slower", 1 / ratio);
  }
}
