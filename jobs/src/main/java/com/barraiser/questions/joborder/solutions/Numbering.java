package com.barraiser.questions.joborder.solutions;

import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.spark_partition_id;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Numbers rows in their order without bringing them into one task, as a window without partitions
 * would: a partition's rows follow those of the partitions before, so their counts are all that has
 * to be known.
 */
final class Numbering {

  private static final String PARTITION = "partition";

  /** Spark's growing ids have the row's place within its partition in the lower bits. */
  private static final long PLACE_BITS = (1L << 33) - 1;

  private Numbering() {}

  /**
   * Numbers sorted rows from 1 in a further BIGINT column. The sort is done once and kept: done
   * again, it could cut its partitions elsewhere.
   */
  static Dataset<Row> of(Dataset<Row> sorted, String column) {
    Dataset<Row> kept = sorted.localCheckpoint();
    Column place = monotonically_increasing_id().bitwiseAND(PLACE_BITS);
    Column before = element_at(lit(before(kept)), spark_partition_id().plus(1));
    return kept.withColumn(column, before.plus(place).plus(1L));
  }

  /** How many rows the partitions before each one have. */
  private static long[] before(Dataset<Row> kept) {
    List<Row> counts =
        kept.select(spark_partition_id().as(PARTITION)).groupBy(PARTITION).count().collectAsList();
    long[] before = new long[Math.max(1, kept.rdd().getNumPartitions())];
    for (Row count : counts) {
      for (int later = count.getInt(0) + 1; later < before.length; later++) {
        before[later] += count.getLong(1);
      }
    }
    return before;
  }
}
