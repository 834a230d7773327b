package com.barraiser.questions.joborder.solutions;

import static com.barraiser.datasets.tables.Dependencies.DOWNSTREAM_JOB;
import static com.barraiser.datasets.tables.Dependencies.UPSTREAM_JOB;
import static com.barraiser.datasets.tables.Jobs.JOB;
import static org.apache.spark.sql.functions.col;

import com.barraiser.datasets.tables.Dependencies;
import com.barraiser.datasets.tables.Jobs;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The graph as tables of numbers.
 *
 * @param names one row per job: {@link #ID}, from 1 in the order of the names, and the name
 * @param edges one row per distinct edge: the ids {@link #UP} and {@link #DOWN}
 */
record NumberedGraph(Dataset<Row> names, Dataset<Row> edges) {

  /** The column for a job's number. */
  static final String ID = "id";

  /** The column for the job that goes first. */
  static final String UP = "up";

  /** The column for the job that waits. */
  static final String DOWN = "down";

  /** Numbers the jobs of all tables. */
  static NumberedGraph of(Tables tables) {
    Dataset<Row> given = tables.table(Dependencies.TABLE.name());
    Dataset<Row> jobs =
        given
            .select(col(UPSTREAM_JOB).as(JOB))
            .union(given.select(DOWNSTREAM_JOB))
            .union(tables.table(Jobs.TABLE.name()).select(JOB))
            .distinct()
            .orderBy(JOB);
    Dataset<Row> names = Numbering.of(jobs, ID);
    Dataset<Row> edges =
        given
            .join(
                numbers(names, "upstream_name", UP),
                col(UPSTREAM_JOB).equalTo(col("upstream_name")),
                "inner")
            .join(
                numbers(names, "downstream_name", DOWN),
                col(DOWNSTREAM_JOB).equalTo(col("downstream_name")),
                "inner")
            .select(UP, DOWN)
            .distinct();
    return new NumberedGraph(names, edges.localCheckpoint());
  }

  private static Dataset<Row> numbers(Dataset<Row> names, String job, String number) {
    return names.select(col(JOB).as(job), col(ID).as(number));
  }
}
