package com.barraiser.questions.topasins.solutions;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.questions.topasins.TopAsins.UNIQUE_CUSTOMERS;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Repeated pairs of product and customer go first; what is left is counted.
 *
 * <p>Two shuffles: all distinct pairs of a task, then a row per product and task. Pairs of one hot
 * product spread over all tasks, so skew does no harm. It wins over nothing but is easily read, and
 * needs no assumption about k or the data; it loses time on pairs of products that cannot win.
 */
public final class DedupeThenCount implements Solution {

  @Override
  public String why() {
    return "What count(distinct) does, spelled out: drop repeated pairs, then count rows.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    return RecentClicks.of(tables, parameters)
        .distinct()
        .groupBy(ASIN)
        .agg(count(lit(1)).as(UNIQUE_CUSTOMERS))
        .transform(counts -> Places.best(counts, parameters));
  }
}
