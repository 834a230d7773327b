package com.barraiser.questions.topasins.solutions;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.questions.topasins.TopAsins.K;
import static com.barraiser.questions.topasins.TopAsins.RANK;
import static com.barraiser.questions.topasins.TopAsins.UNIQUE_CUSTOMERS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import com.barraiser.vocabulary.Parameters;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The order of the answer. */
final class Places {

  /** For each task Spark reserves two places a row of a limit; this many take some megabytes. */
  private static final int MAX_LIMIT = 1_000_000;

  private static final Column[] ORDER = {col(UNIQUE_CUSTOMERS).desc(), col(ASIN).asc()};

  private Places() {}

  /**
   * The best products with their ranks. Each task keeps its best k before they meet in one, so the
   * window without partitions numbers k rows, not all products; with k above a million no limit is
   * set, and it numbers all.
   *
   * @param counts one row per product with its unique customers
   */
  static Dataset<Row> best(Dataset<Row> counts, Parameters parameters) {
    int k = parameters.integer(K);
    Dataset<Row> best = k <= MAX_LIMIT ? counts.orderBy(ORDER).limit(k) : counts;
    return best.withColumn(RANK, row_number().over(Window.orderBy(ORDER)))
        .filter(col(RANK).leq(k))
        .select(RANK, ASIN, UNIQUE_CUSTOMERS)
        .orderBy(RANK);
  }
}
