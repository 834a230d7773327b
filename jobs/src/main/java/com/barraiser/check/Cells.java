package com.barraiser.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** When two values count as the same. */
public final class Cells {

  /** How far two DOUBLEs may lie apart, as a share of the larger one. */
  public static final double TOLERANCE = 1e-9;

  private Cells() {}

  /** Whether all cells of two rows are the same. */
  static boolean sameRow(List<Object> a, List<Object> b) {
    return a.size() == b.size()
        && IntStream.range(0, a.size()).allMatch(i -> same(a.get(i), b.get(i)));
  }

  /** Equal; or two DOUBLEs that are no further apart than the tolerance. */
  static boolean same(Object a, Object b) {
    if (Objects.equals(a, b)) {
      return true;
    }
    return a instanceof Double x
        && b instanceof Double y
        && !Double.isInfinite(x)
        && !Double.isInfinite(y)
        && Math.abs(x - y) <= TOLERANCE * Math.max(Math.abs(x), Math.abs(y));
  }
}
