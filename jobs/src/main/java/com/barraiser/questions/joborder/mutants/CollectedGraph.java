package com.barraiser.questions.joborder.mutants;

import static com.barraiser.datasets.tables.Dependencies.DOWNSTREAM_JOB;
import static com.barraiser.datasets.tables.Dependencies.UPSTREAM_JOB;
import static com.barraiser.datasets.tables.Jobs.JOB;
import static com.barraiser.questions.joborder.JobOrder.LEVEL;
import static com.barraiser.questions.joborder.JobOrder.POSITION;

import com.barraiser.datasets.Utf8;
import com.barraiser.datasets.tables.Dependencies;
import com.barraiser.datasets.tables.Jobs;
import com.barraiser.vocabulary.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What the mutants do right: a small graph on the driver, level by level. */
final class CollectedGraph {

  private static final StructType SCHEMA =
      new StructType()
          .add(POSITION, DataTypes.IntegerType)
          .add(JOB, DataTypes.StringType)
          .add(LEVEL, DataTypes.IntegerType);

  private final SparkSession spark;
  private final List<Edge> edges;
  private final SortedMap<String, SortedSet<String>> waitsFor = new TreeMap<>(Utf8.ORDER);

  private CollectedGraph(SparkSession spark, List<Edge> edges) {
    this.spark = spark;
    this.edges = edges;
    edges.forEach(
        edge -> {
          upstream(edge.downstream()).add(edge.upstream());
          upstream(edge.upstream());
        });
  }

  static CollectedGraph of(Tables tables) {
    Dataset<Row> dependencies = tables.table(Dependencies.TABLE.name());
    List<Edge> edges =
        dependencies.select(UPSTREAM_JOB, DOWNSTREAM_JOB).collectAsList().stream()
            .map(row -> new Edge(row.getString(0), row.getString(1)))
            .toList();
    CollectedGraph graph = new CollectedGraph(dependencies.sparkSession(), edges);
    tables
        .table(Jobs.TABLE.name())
        .collectAsList()
        .forEach(row -> graph.upstream(row.getString(0)));
    return graph;
  }

  /** The edges as they are given, repeated ones among them. */
  List<Edge> edges() {
    return edges;
  }

  /** The jobs that each job waits for. */
  SortedMap<String, SortedSet<String>> waitsFor() {
    return waitsFor;
  }

  /** The same with other edges. */
  CollectedGraph with(List<Edge> others) {
    CollectedGraph graph = new CollectedGraph(spark, others);
    waitsFor.keySet().forEach(graph::upstream);
    return graph;
  }

  /** Takes the jobs out level by level, as far as that goes; what waits for ever is left. */
  SortedMap<String, Integer> takeOut(int rounds) {
    SortedMap<String, Integer> levels = new TreeMap<>(Utf8.ORDER);
    for (int level = 0; level < rounds && !waitsFor.isEmpty(); level++) {
      List<String> free =
          waitsFor.keySet().stream().filter(job -> waitsFor.get(job).isEmpty()).toList();
      for (String job : free) {
        levels.put(job, level);
      }
      waitsFor.keySet().removeAll(free);
      waitsFor.values().forEach(jobs -> jobs.removeAll(free));
      if (free.isEmpty()) {
        break;
      }
    }
    return levels;
  }

  /**
   * From the smallest job that is left to what it waits for, until one comes again: upstream first.
   */
  List<String> wayIntoACycle() {
    List<String> way = new ArrayList<>(List.of(waitsFor.firstKey()));
    while (way.indexOf(way.get(0)) == way.lastIndexOf(way.get(0))) {
      way.add(0, waitsFor.get(way.get(0)).first());
    }
    return way;
  }

  /** The cycle in such a way, with its first job again at the end. */
  List<String> cycle() {
    List<String> way = wayIntoACycle();
    return way.subList(0, way.lastIndexOf(way.get(0)) + 1);
  }

  Dataset<Row> answer(Map<String, Integer> levels) {
    return answer(levels, Utf8.ORDER);
  }

  Dataset<Row> answer(Map<String, Integer> levels, Comparator<String> names) {
    Comparator<String> byLevel = Comparator.comparing(levels::get);
    return answer(levels, levels.keySet().stream().sorted(byLevel.thenComparing(names)).toList());
  }

  Dataset<Row> answer(Map<String, Integer> levels, List<String> ordered) {
    List<Row> rows = new ArrayList<>();
    for (String job : ordered) {
      rows.add(RowFactory.create(rows.size() + 1, job, levels.get(job)));
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  private SortedSet<String> upstream(String job) {
    return waitsFor.computeIfAbsent(job, any -> new TreeSet<>(Utf8.ORDER));
  }

  /** A row of the dependencies. */
  record Edge(String upstream, String downstream) {}
}
