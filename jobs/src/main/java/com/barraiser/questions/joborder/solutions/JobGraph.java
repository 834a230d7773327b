package com.barraiser.questions.joborder.solutions;

import com.barraiser.questions.joborder.Cycle;
import com.barraiser.vocabulary.NoAnswerException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A graph of numbered jobs in arrays, and Kahn's way through it. */
final class JobGraph {

  private final JobNames names;
  private final long[] edges;

  /** Where the edges of each job begin; one place more for the end of the last. */
  private final int[] firstEdge;

  /** How many jobs each job still waits for. */
  private final int[] waits;

  private final int[] levels;

  private JobGraph(JobNames names, long[] edges) {
    this.names = names;
    this.edges = edges;
    this.firstEdge = new int[names.size() + 1];
    this.waits = new int[names.size()];
    this.levels = new int[names.size()];
    for (long edge : edges) {
      firstEdge[Edges.upstream(edge) + 1]++;
      waits[Edges.downstream(edge)]++;
    }
    Arrays.parallelPrefix(firstEdge, Integer::sum);
  }

  /** Merges the blocks of a graph. */
  static JobGraph of(List<GraphBlock> blocks) {
    JobNames names = new JobNames();
    Edges edges = new Edges();
    blocks.forEach(block -> block.addTo(names, edges));
    return new JobGraph(names, edges.distinct());
  }

  /**
   * The jobs in their order.
   *
   * @throws NoAnswerException if jobs wait for each other
   */
  Integer[] ordered() {
    if (done() < names.size()) {
      throw cycle();
    }
    Integer[] jobs = IntStream.range(0, names.size()).boxed().toArray(Integer[]::new);
    Comparator<Integer> byLevel = Comparator.comparingInt(job -> levels[job]);
    Arrays.parallelSort(jobs, byLevel.thenComparing(names::compare));
    return jobs;
  }

  JobNames names() {
    return names;
  }

  int level(int job) {
    return levels[job];
  }

  /** Crosses out job after job, those of lower levels first, and counts them. */
  private int done() {
    int[] queue = new int[names.size()];
    int queued = 0;
    for (int job = 0; job < waits.length; job++) {
      if (waits[job] == 0) {
        queue[queued++] = job;
      }
    }
    for (int next = 0; next < queued; next++) {
      int job = queue[next];
      for (int i = firstEdge[job]; i < firstEdge[job + 1]; i++) {
        int downstream = Edges.downstream(edges[i]);
        if (--waits[downstream] == 0) {
          levels[downstream] = levels[job] + 1;
          queue[queued++] = downstream;
        }
      }
    }
    return queued;
  }

  /**
   * Each job that is left waits for another one that is left: from the one with the smallest name,
   * go to the smallest that it waits for, until one is passed again.
   */
  private NoAnswerException cycle() {
    int[] waitsFor = new int[names.size()];
    Arrays.fill(waitsFor, -1);
    int job = -1;
    for (long edge : edges) {
      int upstream = Edges.upstream(edge);
      int downstream = Edges.downstream(edge);
      if (waits[upstream] > 0 && waits[downstream] > 0) {
        waitsFor[downstream] = smaller(waitsFor[downstream], upstream);
        job = smaller(job, downstream);
      }
    }
    List<Integer> passed = new ArrayList<>();
    int[] placeOf = new int[names.size()];
    while (placeOf[job] == 0) {
      passed.add(job);
      placeOf[job] = passed.size();
      job = waitsFor[job];
    }
    List<String> cycle = new ArrayList<>();
    for (int i = passed.size() - 1; i >= placeOf[job] - 1; i--) {
      cycle.add(names.text(passed.get(i)));
    }
    return Cycle.of(cycle);
  }

  private int smaller(int one, int other) {
    return one < 0 || names.compare(other, one) < 0 ? other : one;
  }
}
