package com.barraiser.datasets.read;

import java.util.Arrays;

/**
 * The cells of one plain line, without an object for each: of a text, where it lies among the
 * line's bytes; of a number, a time or a date the value; of anything else an object. The next line
 * takes their place.
 */
final class PlainCells {

  private final boolean[] present;
  private final int[] starts;
  private final int[] ends;
  private final long[] numbers;
  private final Object[] objects;

  PlainCells(int columns) {
    present = new boolean[columns];
    starts = new int[columns];
    ends = new int[columns];
    numbers = new long[columns];
    objects = new Object[columns];
  }

  /** Forgets the line before. */
  void clear() {
    Arrays.fill(present, false);
  }

  /** Says where a text lies, without its quotes. */
  void putText(int column, int start, int end) {
    present[column] = true;
    starts[column] = start;
    ends[column] = end;
  }

  /** Takes a number, a time in microseconds or a day since the epoch. */
  void putNumber(int column, long value) {
    present[column] = true;
    numbers[column] = value;
  }

  /** Takes any other value. */
  void putObject(int column, Object value) {
    present[column] = true;
    objects[column] = value;
  }

  /** Whether the line has a cell for a column. If not, what the others say means nothing. */
  boolean has(int column) {
    return present[column];
  }

  /** Where a text begins. */
  int start(int column) {
    return starts[column];
  }

  /** Where a text has ended. */
  int end(int column) {
    return ends[column];
  }

  /** A number. */
  long number(int column) {
    return numbers[column];
  }

  /** Any other value. */
  Object object(int column) {
    return objects[column];
  }
}
