package com.barraiser.check.stages;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.plans.physical.SinglePartition$;
import org.apache.spark.sql.execution.AppendColumnsExec;
import org.apache.spark.sql.execution.BaseLimitExec;
import org.apache.spark.sql.execution.CoalesceExec;
import org.apache.spark.sql.execution.DeserializeToObjectExec;
import org.apache.spark.sql.execution.ObjectConsumerExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.TakeOrderedAndProjectExec;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.exchange.ReusedExchangeExec;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import org.apache.spark.sql.execution.joins.BaseJoinExec;
import org.apache.spark.sql.execution.joins.BroadcastNestedLoopJoinExec;
import org.apache.spark.sql.execution.joins.CartesianProductExec;
import org.apache.spark.sql.execution.window.WindowExec;

/** Reads the plan of an answer that was computed for what hurts when the data grows. */
final class PlanRemarks {

  /** One row, such as a query time, may be joined with everything. */
  private static final long FEW_ROWS = 10;

  /** So many rows in one task were too many before the data grew. */
  private static final long MANY_ROWS = 10_000;

  /** A join that puts out more rows than this many times its larger input multiplies rows. */
  private static final double MULTIPLIED = 1.5;

  private static final String ROWS_OUT = "numOutputRows";

  private final Set<String> remarks = new LinkedHashSet<>();

  private PlanRemarks() {}

  /** The remarks, a line each; the plan has been executed and so knows how many rows it saw. */
  static List<String> of(Dataset<Row> answer) {
    PlanRemarks found = new PlanRemarks();
    found.read(answer.queryExecution().executedPlan());
    return List.copyOf(found.remarks);
  }

  private void read(SparkPlan plan) {
    if (plan instanceof CartesianProductExec || plan instanceof BroadcastNestedLoopJoinExec) {
      pairs(plan);
    } else if (plan instanceof BaseJoinExec) {
      multiplied(plan);
    } else if (plan instanceof WindowExec window
        && window.partitionSpec().isEmpty()
        && !isLimited(window)) {
      remarks.add(
          "a window without PARTITION BY brings all rows to one task; number or rank within a key, "
              + "or aggregate first");
    } else if (isCollecting(plan)) {
      collected(plan);
    }
    opaque(plan);
    children(plan).forEach(this::read);
  }

  /** Whether a limit, and nothing that brings other rows, lies below. */
  private static boolean isLimited(SparkPlan plan) {
    if (plan instanceof TakeOrderedAndProjectExec best) {
      return best.limit() <= MANY_ROWS;
    }
    if (plan instanceof BaseLimitExec limit) {
      return limit.limit() <= MANY_ROWS;
    }
    List<SparkPlan> below = children(plan);
    return below.size() == 1 && isLimited(below.get(0));
  }

  /** Every row of one side meets every row of the other. */
  private void pairs(SparkPlan join) {
    List<SparkPlan> sides = children(join);
    OptionalLong left = rowsOf(sides.get(0));
    OptionalLong right = rowsOf(sides.get(1));
    boolean small =
        left.isPresent() && left.getAsLong() <= FEW_ROWS
            || right.isPresent() && right.getAsLong() <= FEW_ROWS;
    if (!small) {
      remarks.add(
          "%s compares every row of one side with every row of the other%s; join on equal keys, or aggregate first"
              .formatted(
                  join instanceof CartesianProductExec
                      ? "a Cartesian product"
                      : "a nested-loop join",
                  left.isPresent() && right.isPresent()
                      ? " (%s and %s rows)"
                          .formatted(number(left.getAsLong()), number(right.getAsLong()))
                      : ""));
    }
    multiplied(join);
  }

  private void multiplied(SparkPlan join) {
    OptionalLong out = metric(join, ROWS_OUT);
    long largest =
        children(join).stream()
            .map(PlanRemarks::rowsOf)
            .mapToLong(rows -> rows.orElse(Long.MAX_VALUE))
            .max()
            .orElse(Long.MAX_VALUE);
    if (out.isPresent() && out.getAsLong() > Math.max(MANY_ROWS, largest * MULTIPLIED)) {
      remarks.add(
          "a join multiplies rows: %s come out, at most %s go in on a side; make its key unique on one side first"
              .formatted(number(out.getAsLong()), number(largest)));
    }
  }

  private static boolean isCollecting(SparkPlan plan) {
    return plan instanceof CoalesceExec coalesce && coalesce.numPartitions() == 1
        || plan instanceof ShuffleExchangeExec exchange
            && exchange.outputPartitioning().equals(SinglePartition$.MODULE$);
  }

  /** The few rows that aggregates of all tasks send to one are no harm. */
  private void collected(SparkPlan plan) {
    OptionalLong rows = rowsOf(plan);
    if (rows.isPresent() && rows.getAsLong() > MANY_ROWS) {
      remarks.add(
          "%s rows are collected to one task; aggregate, rank or limit within partitions before"
              .formatted(number(rows.getAsLong())));
    }
  }

  private void opaque(SparkPlan plan) {
    if (plan instanceof DeserializeToObjectExec
        || plan instanceof ObjectConsumerExec
        || plan instanceof AppendColumnsExec) {
      remarks.add(
          "a typed lambda makes an object of every row; a function of org.apache.spark.sql.functions "
              + "would not, where there is one");
    }
    if (asJava(plan.expressions()).stream().anyMatch(PlanRemarks::hasUdf)) {
      remarks.add(
          "a UDF hides from Spark what it computes; use a function of "
              + "org.apache.spark.sql.functions where there is one");
    }
  }

  private static boolean hasUdf(Expression expression) {
    return expression instanceof ScalaUDF
        || asJava(expression.children()).stream().anyMatch(PlanRemarks::hasUdf);
  }

  /** How many rows a part of the plan put out: its own count, or that of what it passes on. */
  private static OptionalLong rowsOf(SparkPlan plan) {
    for (String name : List.of(ROWS_OUT, "shuffleRecordsWritten")) {
      OptionalLong own = metric(plan, name);
      if (own.isPresent()) {
        return own;
      }
    }
    List<SparkPlan> below = children(plan);
    return below.size() == 1 ? rowsOf(below.get(0)) : OptionalLong.empty();
  }

  private static OptionalLong metric(SparkPlan plan, String name) {
    return plan.metrics().contains(name)
        ? OptionalLong.of(plan.metrics().apply(name).value())
        : OptionalLong.empty();
  }

  /** Below what adaptive execution wraps, too. */
  private static List<SparkPlan> children(SparkPlan plan) {
    if (plan instanceof AdaptiveSparkPlanExec adaptive) {
      return List.of(adaptive.executedPlan());
    }
    if (plan instanceof QueryStageExec stage) {
      return List.of(stage.plan());
    }
    if (plan instanceof ReusedExchangeExec reused) {
      return List.of(reused.child());
    }
    return new ArrayList<>(asJava(plan.children()));
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
