package com.barraiser.questions.joborder.solutions;

import static com.barraiser.questions.joborder.solutions.NumberedGraph.DOWN;
import static com.barraiser.questions.joborder.solutions.NumberedGraph.UP;
import static com.barraiser.questions.joborder.solutions.Pointers.ABOVE;
import static com.barraiser.questions.joborder.solutions.Pointers.BASE;
import static com.barraiser.questions.joborder.solutions.Pointers.POINTER;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What is left of a graph when it is so little that the driver is done with it sooner than the
 * cluster with one round of joins: Kahn's algorithm for edges with weights. Salihoglu and Widom,
 * "Optimizing Graph Algorithms on Pregel-like Systems" (2014), call this finishing serially.
 */
final class LastEdges {

  private static final StructType POINTERS =
      new StructType()
          .add(POINTER, DataTypes.LongType)
          .add(BASE, DataTypes.LongType)
          .add(ABOVE, DataTypes.LongType);

  private final Map<Long, List<Edge>> edgesOf = new HashMap<>();

  /** How many edges of each job have not been gone along yet. */
  private final Map<Long, Integer> waits = new HashMap<>();

  /** The level that each job has at least. */
  private final Map<Long, Long> reached = new HashMap<>();

  private LastEdges(List<Row> edges, String weight) {
    for (Row row : edges) {
      Edge edge = new Edge(row.getAs(DOWN), row.getAs(weight));
      edgesOf.computeIfAbsent(row.getAs(UP), up -> new ArrayList<>()).add(edge);
      waits.merge(edge.down, 1, Integer::sum);
    }
  }

  /**
   * The levels of all jobs that do not wait for a cycle, as pointers to the one that they start
   * from.
   *
   * @param edges {@link NumberedGraph#UP}, {@link NumberedGraph#DOWN} and a weight, one row per
   *     edge
   * @param start the only one that waits for nothing
   */
  static Dataset<Row> levels(Dataset<Row> edges, String weight, long start) {
    Map<Long, Long> levels = new LastEdges(edges.collectAsList(), weight).levelsFrom(start);
    levels.remove(start);
    List<Row> pointers = new ArrayList<>();
    levels.forEach((job, level) -> pointers.add(RowFactory.create(job, start, level)));
    return edges.sparkSession().createDataFrame(pointers, POINTERS);
  }

  private Map<Long, Long> levelsFrom(long start) {
    Map<Long, Long> levels = new HashMap<>(Map.of(start, 0L));
    Deque<Long> free = new ArrayDeque<>(List.of(start));
    while (!free.isEmpty()) {
      long job = free.remove();
      long level = levels.get(job);
      for (Edge edge : edgesOf.getOrDefault(job, List.of())) {
        reached.merge(edge.down, level + edge.weight, Math::max);
        if (waits.merge(edge.down, -1, Integer::sum) == 0) {
          levels.put(edge.down, reached.get(edge.down));
          free.add(edge.down);
        }
      }
    }
    return levels;
  }

  private record Edge(long down, long weight) {}
}
