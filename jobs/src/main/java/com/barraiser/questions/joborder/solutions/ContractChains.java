package com.barraiser.questions.joborder.solutions;

import static com.barraiser.datasets.tables.Jobs.JOB;
import static com.barraiser.questions.joborder.JobOrder.LEVEL;
import static com.barraiser.questions.joborder.JobOrder.POSITION;
import static com.barraiser.questions.joborder.solutions.NumberedGraph.DOWN;
import static com.barraiser.questions.joborder.solutions.NumberedGraph.ID;
import static com.barraiser.questions.joborder.solutions.NumberedGraph.UP;
import static com.barraiser.questions.joborder.solutions.Pointers.ABOVE;
import static com.barraiser.questions.joborder.solutions.Pointers.BASE;
import static com.barraiser.questions.joborder.solutions.Pointers.IS_CIRCULAR;
import static com.barraiser.questions.joborder.solutions.Pointers.POINTER;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A job that waits for one job only has that one's level plus one. So take it out, and let whoever
 * waits for it wait for that one instead, by an edge that counts for two. Edges that become
 * parallel are one edge, the heaviest of them, and so more jobs have only one left. Jobs that wait
 * for nothing wait for a job 0 that is none.
 *
 * <p>A phase takes out all jobs that have one edge: it groups the edges, resolves {@link Pointers},
 * joins and groups again. Each step shuffles the edges that are left, and checkpoints cut off how
 * they came about. There are at most as many phases as levels, and far fewer where jobs form chains
 * or trees: a chain of n jobs takes one phase with log2(n) joins. It wins where the graph does not
 * fit one machine, and only there.
 */
public final class ContractChains implements Solution {

  private static final String WEIGHT = "weight";
  private static final String WAITS = "waits";
  private static final long NO_JOB = 0;

  /** The plan of a union grows with every phase until it is cut off. */
  private static final int PHASES_PER_CHECKPOINT = 16;

  /** So many edges take the driver less time than a round of joins takes to be planned. */
  private static final long FEW_EDGES = 1 << 16;

  private final long fewEdges;

  /** Leaves the last edges to the driver. */
  public ContractChains() {
    this(FEW_EDGES);
  }

  /** Leaves the last edges to the driver when no more are left than that. */
  ContractChains(long fewEdges) {
    this.fewEdges = fewEdges;
  }

  @Override
  public String why() {
    return "For graphs beyond one machine: a job that waits for one job is folded into it, so that a chain"
        + " costs its logarithm in joins.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    NumberedGraph graph = NumberedGraph.of(tables);
    Dataset<Row> sorted =
        levels(graph)
            .join(graph.names(), col(POINTER).equalTo(col(ID)), "inner")
            .select(col(JOB), col(ABOVE).cast("int").as(LEVEL), col(ID))
            .orderBy(LEVEL, ID);
    return Numbering.of(sorted, POSITION)
        .select(col(POSITION).cast("int").as(POSITION), col(JOB), col(LEVEL));
  }

  /** The level of every job, as a pointer to no job. */
  private Dataset<Row> levels(NumberedGraph graph) {
    Dataset<Row> edges = weighted(graph);
    long left = edges.count();
    Dataset<Row> taken =
        edges.select(col(DOWN).as(POINTER), col(UP).as(BASE), col(WEIGHT).as(ABOVE)).limit(0);
    for (int phase = 1; left > fewEdges; phase++) {
      Dataset<Row> pointers =
          Pointers.resolved(withOneEdge(edges))
              .filter(col(IS_CIRCULAR).equalTo(false))
              .drop(IS_CIRCULAR);
      if (pointers.isEmpty()) {
        break;
      }
      taken = taken.union(pointers);
      taken = phase % PHASES_PER_CHECKPOINT == 0 ? Rounds.cut(taken) : taken;
      edges = Rounds.cut(contracted(edges, pointers));
      left = edges.count();
    }
    Dataset<Row> last = left > fewEdges ? taken.limit(0) : LastEdges.levels(edges, WEIGHT, NO_JOB);
    Dataset<Row> levels = Pointers.resolved(taken.union(last));
    if (left > fewEdges || last.count() < edges.select(DOWN).distinct().count()) {
      throw DistributedCycle.among(
          graph, levels.filter(col(BASE).equalTo(NO_JOB)).select(col(POINTER)));
    }
    return levels;
  }

  /**
   * The edges, each of weight 1, and one of weight 0 from no job to each that waits for nothing.
   */
  private static Dataset<Row> weighted(NumberedGraph graph) {
    Dataset<Row> waiting = graph.edges().select(DOWN).distinct();
    Dataset<Row> first =
        graph
            .names()
            .join(waiting, col(ID).equalTo(col(DOWN)), "left_anti")
            .select(lit(NO_JOB).as(UP), col(ID).as(DOWN), lit(0L).as(WEIGHT));
    return graph.edges().withColumn(WEIGHT, lit(1L)).union(first).localCheckpoint();
  }

  private static Dataset<Row> withOneEdge(Dataset<Row> edges) {
    return edges
        .groupBy(DOWN)
        .agg(count(lit(1)).as(WAITS), min(UP).as(BASE), max(WEIGHT).as(ABOVE))
        .filter(col(WAITS).equalTo(1))
        .select(col(DOWN).as(POINTER), col(BASE), col(ABOVE));
  }

  /** The edges of the jobs that are left, from where the pointers lead. */
  private static Dataset<Row> contracted(Dataset<Row> edges, Dataset<Row> pointers) {
    Column weight = col(WEIGHT).plus(coalesce(col(ABOVE), lit(0L)));
    return edges
        .join(pointers.select(POINTER), col(DOWN).equalTo(col(POINTER)), "left_anti")
        .join(pointers, col(UP).equalTo(col(POINTER)), "left")
        .select(coalesce(col(BASE), col(UP)).as(UP), col(DOWN), weight.as(WEIGHT))
        .groupBy(UP, DOWN)
        .agg(max(WEIGHT).as(WEIGHT));
  }
}
