package com.barraiser.questions.joborder.solutions;

import static com.barraiser.datasets.tables.Jobs.JOB;
import static com.barraiser.questions.joborder.solutions.NumberedGraph.DOWN;
import static com.barraiser.questions.joborder.solutions.NumberedGraph.ID;
import static com.barraiser.questions.joborder.solutions.NumberedGraph.UP;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;

import com.barraiser.questions.joborder.Cycle;
import com.barraiser.vocabulary.NoAnswerException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds a cycle among jobs each of which waits for another of them. Every job goes to the first
 * that it waits for, by name; then two such steps at once, then four, until there are more steps
 * than jobs: wherever that leads is on a cycle. On the way each job keeps the first name that it
 * passed, which tells cycles apart. So the driver gets the jobs of one cycle and no others.
 */
final class DistributedCycle {

  private static final String FROM = "from_job";
  private static final String TO = "to_job";
  private static final String FIRST = "first_passed";

  private DistributedCycle() {}

  /**
   * The failure that names a cycle.
   *
   * @param done the numbers of the jobs that have a level; every other job waits for one that has
   *     none
   */
  static NoAnswerException among(NumberedGraph graph, Dataset<Row> done) {
    Dataset<Row> without = done.toDF("done");
    Dataset<Row> steps =
        graph
            .edges()
            .join(without, col(UP).equalTo(col("done")), "left_anti")
            .join(without, col(DOWN).equalTo(col("done")), "left_anti")
            .groupBy(col(DOWN).as(FROM))
            .agg(min(UP).as(TO))
            .localCheckpoint();
    Dataset<Row> cycle = onOneCycle(steps).localCheckpoint();
    return Cycle.of(inOrder(cycle, names(graph, cycle)));
  }

  /** The steps of the cycle to which the job with the first name leads. */
  private static Dataset<Row> onOneCycle(Dataset<Row> steps) {
    Dataset<Row> far = steps.withColumn(FIRST, least(col(FROM), col(TO)));
    long jobs = steps.count();
    for (long length = 1; length < jobs; length *= 2) {
      far = Rounds.cut(doubled(far));
    }
    long start = far.agg(min(FROM)).head().getLong(0);
    long end = far.filter(col(FROM).equalTo(start)).head().getAs(TO);
    long first = far.filter(col(FROM).equalTo(end)).head().getAs(FIRST);
    Dataset<Row> reached = far.select(col(TO).as("reached")).distinct();
    Dataset<Row> onCycle =
        far.filter(col(FIRST).equalTo(first))
            .join(reached, col(FROM).equalTo(col("reached")), "left_semi")
            .select(col(FROM).as("on_cycle"));
    return steps.join(onCycle, col(FROM).equalTo(col("on_cycle")), "left_semi");
  }

  private static Dataset<Row> doubled(Dataset<Row> far) {
    Dataset<Row> next =
        far.select(col(FROM).as("via"), col(TO).as("further"), col(FIRST).as("further_first"));
    return far.join(next, col(TO).equalTo(col("via")), "inner")
        .select(
            col(FROM), col("further").as(TO), least(col(FIRST), col("further_first")).as(FIRST));
  }

  private static Map<Long, String> names(NumberedGraph graph, Dataset<Row> cycle) {
    return graph
        .names()
        .join(cycle, col(ID).equalTo(col(FROM)), "left_semi")
        .collectAsList()
        .stream()
        .collect(toMap(name -> name.<Long>getAs(ID), name -> name.getAs(JOB)));
  }

  /** The jobs of the cycle, each followed by one that waits for it. */
  private static List<String> inOrder(Dataset<Row> cycle, Map<Long, String> names) {
    Map<Long, Long> waitsFor =
        cycle.collectAsList().stream()
            .collect(toMap(step -> step.<Long>getAs(FROM), step -> step.<Long>getAs(TO)));
    Deque<String> jobs = new ArrayDeque<>();
    long job = Collections.min(waitsFor.keySet());
    while (jobs.size() < waitsFor.size()) {
      jobs.addFirst(names.get(job));
      job = waitsFor.get(job);
    }
    return List.copyOf(jobs);
  }
}
