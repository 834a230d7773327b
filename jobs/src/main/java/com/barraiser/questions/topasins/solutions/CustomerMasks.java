package com.barraiser.questions.topasins.solutions;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.datasets.tables.Clicks.CUSTOMER_ID;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts the unique customers of a few products. Each customer becomes one BIGINT with a bit for
 * every product that he or she clicked on: a row per customer instead of one per pair, with keys
 * and values of fixed width.
 */
final class CustomerMasks {

  /** The bits of a BIGINT without its sign. */
  private static final int MAX_BITS = 63;

  /** The customers of so many clicks stay in a core's cache. */
  private static final long ROWS_PER_PARTITION = 300_000;

  private static final int MAX_PARTITIONS = 10_000;

  private static final String MASK = "mask";

  private CustomerMasks() {}

  /**
   * The unique customers of each product, by its ASIN; every product has clicks.
   *
   * @param rows about how many clicks the products have together
   */
  static Map<String, Long> uniqueCustomers(Dataset<Row> clicks, List<String> asins, long rows) {
    if (asins.isEmpty()) {
      return Map.of();
    }
    Dataset<Row> wanted = clicks.filter(col(ASIN).isin(asins.toArray()));
    if (asins.size() > MAX_BITS) {
      return wanted.distinct().groupBy(ASIN).agg(count(lit(1))).collectAsList().stream()
          .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    }
    Row sums =
        wanted
            .select(mask(asins).as(MASK), col(CUSTOMER_ID))
            .repartition(partitions(rows), col(CUSTOMER_ID))
            .groupBy(CUSTOMER_ID)
            .agg(bit_or(col(MASK)).as(MASK))
            .select(IntStream.range(0, asins.size()).mapToObj(i -> bit(i)).toArray(Column[]::new))
            .groupBy()
            .sum()
            .head();
    return IntStream.range(0, asins.size())
        .boxed()
        .collect(Collectors.toMap(asins::get, sums::getLong));
  }

  private static Column mask(List<String> asins) {
    Column mask = lit(0L);
    for (int i = asins.size() - 1; i >= 0; i--) {
      mask = when(col(ASIN).equalTo(asins.get(i)), lit(1L << i)).otherwise(mask);
    }
    return mask;
  }

  private static Column bit(int i) {
    return shiftright(col(MASK), i).bitwiseAND(1L).as("bit" + i);
  }

  private static int partitions(long rows) {
    return (int) Math.min(MAX_PARTITIONS, 1 + rows / ROWS_PER_PARTITION);
  }
}
