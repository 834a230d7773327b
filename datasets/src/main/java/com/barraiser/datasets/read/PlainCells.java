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

  void clear() {
    Arrays.fill(present, false);
  }

  void putText(int column, int start, int end) {
    present[column] = true;
    starts[column] = start;
    ends[column] = end;
  }

  void putNumber(int column, long value) {
    present[column] = true;
    numbers[column] = value;
  }

  void putObject(int column, Object value) {
    present[column] = true;
    objects[column] = value;
  }

  boolean has(int column) {
    return present[column];
  }

  int start(int column) {
    return starts[column];
  }

  int end(int column) {
    return ends[column];
  }

  long number(int column) {
    return numbers[column];
  }

  Object object(int column) {
    return objects[column];
  }
}
