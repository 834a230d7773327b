package com.barraiser.bench;

import java.util.Locale;
import java.util.Map;

/**
 * How large an experiment is.
 *
 * @param unit what is counted
 * @param size how much of it there is
 */
public record Scale(Unit unit, long size) {

  /** What a size counts. */
  public enum Unit {
    /** Rows of input, each of which has to be read. */
    ROWS("rows"),
    /** Days that are in a warehouse already, and need not be read. */
    HISTORY("days of history");

    private final String words;

    Unit(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  /** What is stated of it beside the number of rows. */
  Map<String, String> stated() {
    return unit == Unit.ROWS
        ? Map.of()
        : Map.of(unit.name().toLowerCase(Locale.ROOT), String.valueOf(size));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d %s", size, unit.words());
  }
}
