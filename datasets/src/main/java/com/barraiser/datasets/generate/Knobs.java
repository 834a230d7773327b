package com.barraiser.datasets.generate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a generated data set is like. The same knobs give the same rows, whatever the partitions,
 * the cores or the machine.
 *
 * @param rows how many rows the largest table has
 * @param seed chooses among all data sets with the same other knobs
 * @param skew the Zipf exponent of how often keys occur: 0 is uniform, at 1 and above a few keys
 *     have most rows
 * @param late the share of rows that arrive hours or days after their time, 0 to 1
 * @param duplicates the share of rows that repeat another row exactly, 0 up to but not including 1
 * @param malformed the share of rows that are damaged, 0 to 1
 * @param days how many days the rows span
 * @param own further knobs, which a generator names itself
 */
public record Knobs(
    long rows,
    long seed,
    double skew,
    double late,
    double duplicates,
    double malformed,
    int days,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> own) {

  /** Row numbers are multiplied with each other, and the product must fit 63 bits. */
  private static final long MAX_ROWS = 3_000_000_000L;

  private static final int MAX_DAYS = 36_500;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a knob is out of its range
   */
  public Knobs {
    check(rows >= 0 && rows <= MAX_ROWS, "rows must be 0 to " + MAX_ROWS);
    check(skew >= 0 && skew <= 10, "skew must be 0 to 10");
    check(late >= 0 && late <= 1, "late must be a share, 0 to 1");
    check(duplicates >= 0 && duplicates < 1, "duplicates must be a share, 0 to below 1");
    check(malformed >= 0 && malformed <= 1, "malformed must be a share, 0 to 1");
    check(days >= 1 && days <= MAX_DAYS, "days must be 1 to " + MAX_DAYS);
    // A manifest does not write a map that is empty.
    own = Collections.unmodifiableMap(new TreeMap<>(Optional.ofNullable(own).orElse(Map.of())));
  }

  /** The knobs that all generators have; the others stand where their generator puts them. */
  public Knobs(
      long rows,
      long seed,
      double skew,
      double late,
      double duplicates,
      double malformed,
      int days) {
    this(rows, seed, skew, late, duplicates, malformed, days, Map.of());
  }

  /** The same with another number of rows. */
  public Knobs withRows(long number) {
    return new Knobs(number, seed, skew, late, duplicates, malformed, days, own);
  }

  /** The value of a generator's own knob. */
  public double own(Knob knob) {
    return own.getOrDefault(knob.name(), knob.fallback());
  }

  /** That many rows, clean and uniform, over a week. */
  public static Knobs rows(long rows) {
    return new Knobs(rows, 1, 0, 0, 0, 0, 7);
  }

  private static void check(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }
}
