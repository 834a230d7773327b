package com.barraiser.questions.joborder.solutions;

import java.util.Arrays;

/** Edges between numbered jobs, a long each: the upstream job's number above the other one's. */
final class Edges {

  private static final int HALF = 32;
  private static final int FIRST = 1 << 10;

  private long[] edges = new long[FIRST];
  private int size;

  void add(int upstream, int downstream) {
    if (size == edges.length) {
      long grown = Math.min(Integer.MAX_VALUE - 8L, size + (size >> 1));
      edges = Arrays.copyOf(edges, (int) grown);
    }
    edges[size++] = (long) upstream << HALF | downstream;
  }

  int size() {
    return size;
  }

  /** The edges by their upstream jobs, without repeated ones. */
  long[] distinct() {
    Arrays.parallelSort(edges, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || edges[i] != edges[i - 1]) {
        edges[kept++] = edges[i];
      }
    }
    size = kept;
    return Arrays.copyOf(edges, kept);
  }

  static int upstream(long edge) {
    return (int) (edge >>> HALF);
  }

  static int downstream(long edge) {
    return (int) edge;
  }
}
