package com.barraiser.datasets.generate;

import java.util.Arrays;
import org.apache.spark.util.AccumulatorV2;

/**
 * Counts rows by the set of marks that they carry, a number with one bit a mark. Spark merges what
 * a task counted once, when the task that writes the rows has succeeded.
 */
final class MarkCounts extends AccumulatorV2<Integer, long[]> {

  private static final long serialVersionUID = 1L;

  private final int marks;
  private long[] rowsBySet;

  /**
   * Nothing counted yet.
   *
   * @param marks how many marks there are
   */
  MarkCounts(int marks) {
    this.marks = marks;
    reset();
  }

  /** How many rows were counted. */
  long rows() {
    return Arrays.stream(rowsBySet).sum();
  }

  /** How many rows carry a mark. */
  long rowsWith(int mark) {
    long rows = 0;
    for (int set = 0; set < rowsBySet.length; set++) {
      rows += (set >> mark & 1) == 1 ? rowsBySet[set] : 0;
    }
    return rows;
  }

  @Override
  public void add(Integer set) {
    rowsBySet[set]++;
  }

  @Override
  public boolean isZero() {
    return rows() == 0;
  }

  @Override
  public MarkCounts copy() {
    MarkCounts copy = new MarkCounts(marks);
    copy.merge(this);
    return copy;
  }

  @Override
  public void reset() {
    rowsBySet = new long[1 << marks];
  }

  @Override
  public void merge(AccumulatorV2<Integer, long[]> other) {
    long[] others = other.value();
    for (int set = 0; set < rowsBySet.length; set++) {
      rowsBySet[set] += others[set];
    }
  }

  @Override
  public long[] value() {
    return rowsBySet.clone();
  }
}
