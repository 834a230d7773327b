package com.barraiser.questions.joborder.solutions;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a loop of joins needs so that each round costs no more than the rows that it has. */
final class Rounds {

  private Rounds() {}

  /**
   * Computes rows and forgets how they came about.
   *
   * <p>A checkpoint alone keeps what Spark believed about the size of the rows. For a join that is
   * the product of both sides; after some twenty rounds it is a number of millions of digits, and
   * planning takes minutes. Rows of an RDD are of unknown size.
   */
  static Dataset<Row> cut(Dataset<Row> rows) {
    Dataset<Row> kept = rows.localCheckpoint();
    return rows.sparkSession().createDataFrame(kept.toJavaRDD(), kept.schema());
  }
}
