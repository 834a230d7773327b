package com.barraiser.datasets.generate;

import static com.barraiser.datasets.generate.RowMarks.DAMAGE;
import static com.barraiser.datasets.generate.RowMarks.DUPLICATE;
import static com.barraiser.datasets.generate.RowMarks.HOTTEST;
import static com.barraiser.datasets.generate.RowMarks.LATE;
import static com.barraiser.datasets.generate.RowMarks.NOTATION;
import static com.barraiser.datasets.tables.Dependencies.DOWNSTREAM_JOB;
import static com.barraiser.datasets.tables.Dependencies.UPSTREAM_JOB;
import static com.barraiser.datasets.tables.Jobs.JOB;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.tables.Dependencies;
import com.barraiser.datasets.tables.Jobs;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generates {@code dependencies} between the jobs of a {@link LayeredGraph}, and {@code jobs}, a
 * fifth as many as the graph has: every other one has no dependencies and stands nowhere else.
 * There is no cycle unless a knob asks for some: then that many edges are given in both directions.
 */
public final class DependenciesGenerator implements Generator {

  /** The number of levels. */
  public static final Knob DEPTH = Knob.whole("depth", "how many levels the jobs have", 2, 1e7, 20);

  /** The mean number of jobs that a job waits for. */
  public static final Knob FAN = new Knob("fan", "how many jobs a job waits for", 1, 1_000, 4);

  /** The number of edges that are given in both directions. */
  public static final Knob CYCLES =
      Knob.whole("cycles", "how many pairs of jobs wait for each other", 0, 1e6, 0);

  private static final String ROW = "row";
  private static final String EDGE = "edge";
  private static final String UPSTREAM = "upstream";
  private static final String DOWNSTREAM = "downstream";
  private static final String REVERSED = "reversed";
  private static final int GRAPH_TO_LISTED = 5;

  @Override
  public List<Knob> knobs() {
    return List.of(DEPTH, FAN, CYCLES);
  }

  @Override
  public Manifest write(
      SparkSession spark, Knobs knobs, Format format, int partitions, String folder) {
    Achievement ofDependencies = new Achievement(REVERSED);
    Achievement ofJobs = new Achievement();
    Dataset<Row> dependencies = ofDependencies.observe(dependencies(spark, knobs, partitions));
    Dataset<Row> jobs = ofJobs.observe(jobs(spark, knobs, partitions));
    TableFiles.write(Dependencies.TABLE, dependencies, format, folder);
    TableFiles.write(Jobs.TABLE, jobs, format, folder);
    return new Manifest(
        format.key(),
        knobs,
        Map.of(
            Dependencies.TABLE.name(), ofDependencies.achieved(),
            Jobs.TABLE.name(), ofJobs.achieved()));
  }

  /** All edges with the columns of the table and how each row came about. */
  Dataset<Row> dependencies(SparkSession spark, Knobs knobs, int partitions) {
    Draws draws = new Draws(knobs.seed());
    Repeats repeats = new Repeats(knobs.rows(), knobs.duplicates(), draws);
    LayeredGraph graph = graph(knobs, repeats, draws);
    // At most every other row, so that the row before it is not a reversed one itself.
    long cycles = Math.min(knobs.rows() / 2, Math.round(knobs.own(CYCLES)));
    Column isReversed = new EvenShare(knobs.rows(), cycles).has(col(ROW));
    Column edge = when(col(REVERSED), repeats.source(col(ROW).minus(1)));
    return spark
        .range(0, knobs.rows(), 1, partitions)
        .toDF(ROW)
        .withColumn(REVERSED, isReversed)
        .withColumn(EDGE, edge.otherwise(repeats.source(col(ROW))))
        .withColumn(DOWNSTREAM, graph.downstream(col(EDGE)))
        .withColumn(UPSTREAM, graph.upstream(col(EDGE), col(DOWNSTREAM)))
        .select(
            graph
                .name(when(col(REVERSED), col(DOWNSTREAM)).otherwise(col(UPSTREAM)))
                .as(UPSTREAM_JOB),
            graph
                .name(when(col(REVERSED), col(UPSTREAM)).otherwise(col(DOWNSTREAM)))
                .as(DOWNSTREAM_JOB),
            col(REVERSED),
            col(UPSTREAM).equalTo(0).as(HOTTEST),
            lit(false).as(LATE),
            repeats.isRepeat(col(ROW)).and(col(REVERSED).equalTo(false)).as(DUPLICATE),
            draws.damage(knobs.malformed(), col(ROW)).as(DAMAGE),
            draws.notation(col(ROW)).as(NOTATION));
  }

  /** All listed jobs with the columns of the table and how each row came about. */
  Dataset<Row> jobs(SparkSession spark, Knobs knobs, int partitions) {
    Draws draws = new Draws(knobs.seed());
    Draws ofRows = new Draws(~knobs.seed());
    LayeredGraph graph = graph(knobs, new Repeats(knobs.rows(), knobs.duplicates(), draws), draws);
    long rows = (Math.min(knobs.rows(), graph.jobs()) + GRAPH_TO_LISTED - 1) / GRAPH_TO_LISTED;
    Repeats repeats = new Repeats(rows, knobs.duplicates(), ofRows);
    Column isAlone = col("source").mod(2).equalTo(0);
    Column known = ofRows.below(graph.jobs(), "known", col("source"));
    return spark
        .range(0, rows, 1, partitions)
        .toDF(ROW)
        .withColumn("source", repeats.source(col(ROW)))
        .withColumn(JOB, when(isAlone, col("source").plus(graph.jobs())).otherwise(known))
        .select(
            graph.name(col(JOB)).as(JOB),
            col(JOB).equalTo(0).as(HOTTEST),
            lit(false).as(LATE),
            repeats.isRepeat(col(ROW)).as(DUPLICATE),
            ofRows.damage(knobs.malformed(), col(ROW)).as(DAMAGE),
            ofRows.notation(col(ROW)).as(NOTATION));
  }

  private static LayeredGraph graph(Knobs knobs, Repeats repeats, Draws draws) {
    long jobs = Math.max(2, Math.round(repeats.originals() / knobs.own(FAN)));
    long layers = Math.min(jobs, Math.round(knobs.own(DEPTH)));
    return new LayeredGraph(jobs, layers, knobs.skew(), draws);
  }
}
