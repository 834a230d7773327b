package com.barraiser.bench;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;

/**
 * A solution on Spark. The answer goes to the sink {@code noop}, which takes rows and drops them.
 */
final class SparkContender implements Contender {

  private final SparkSession spark;
  private final Question question;
  private final Solution solution;
  private final Tables tables;
  private final Parameters parameters;
  private final JobGroup jobs = JobGroup.empty();

  SparkContender(
      SparkSession spark,
      Question question,
      Solution solution,
      Tables tables,
      Parameters parameters) {
    this.spark = spark;
    this.question = question;
    this.solution = solution;
    this.tables = tables;
    this.parameters = parameters;
  }

  @Override
  public String jobGroup() {
    return jobs.name();
  }

  @Override
  public String name() {
    return solution.name();
  }

  @Override
  public String engine() {
    return "spark";
  }

  @Override
  public boolean isApproximate() {
    return solution.isApproximate();
  }

  @Override
  public Checksum checksum() {
    return Checksum.of(answer(), question.answer().schema());
  }

  @Override
  public void consume() {
    answer().write().format("noop").mode(SaveMode.Overwrite).save();
  }

  /** Runs the query once more, since a plan is adapted while it runs. */
  @Override
  public String plan() {
    LastPlan last = new LastPlan();
    spark.listenerManager().register(last);
    try {
      consume();
      StageListener.awaitEvents(spark.sparkContext());
      return last.plan;
    } finally {
      spark.listenerManager().unregister(last);
    }
  }

  @Override
  public void cancel() {
    jobs.cancel(spark);
  }

  private Dataset<Row> answer() {
    jobs.begin(spark, question.name() + " " + solution.name());
    return solution.answer(tables, parameters);
  }

  /** Keeps the plan of the query that ended last. */
  private static final class LastPlan implements QueryExecutionListener {

    private volatile String plan = "";

    @Override
    public void onSuccess(String function, QueryExecution query, long nanos) {
      plan = Plans.formatted(query);
    }

    @Override
    public void onFailure(String function, QueryExecution query, Exception error) {
      plan = "";
    }
  }
}
