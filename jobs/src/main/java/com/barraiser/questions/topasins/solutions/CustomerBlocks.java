package com.barraiser.questions.topasins.solutions;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.datasets.tables.Clicks.CUSTOMER_ID;
import static com.barraiser.questions.topasins.TopAsins.UNIQUE_CUSTOMERS;
import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts the unique customers of a few products, exactly, in bitmaps of 64 bits. A customer id is
 * the number of a block of 64 neighbours and a place in it. The place becomes one bit of a BIGINT;
 * its room in the id is taken by the product's number, so that block and product are one BIGINT
 * too. Where ids are dense a task merges dozens of clicks into one row before the shuffle, and
 * where they are not it still has keys and values of fixed width.
 */
final class CustomerBlocks {

  /** The customers of a block, and the products that can be numbered in their place. */
  private static final int SIZE = 64;

  private static final String BLOCK = "block";
  private static final String CUSTOMERS = "customers";

  private CustomerBlocks() {}

  /** The unique customers of each product, one row per product that has clicks. */
  static Dataset<Row> uniqueCustomers(Dataset<Row> clicks, List<String> asins) {
    Dataset<Row> wanted = clicks.filter(col(ASIN).isin(asins.toArray()));
    return asins.size() > SIZE
        ? wanted.groupBy(ASIN).agg(countDistinct(col(CUSTOMER_ID)).as(UNIQUE_CUSTOMERS))
        : merged(wanted, asins);
  }

  private static Dataset<Row> merged(Dataset<Row> clicks, List<String> asins) {
    Column place = col(CUSTOMER_ID).bitwiseAND(SIZE - 1L);
    Column block = col(CUSTOMER_ID).bitwiseAND(-SIZE).bitwiseOR(number(asins));
    Column product = col(BLOCK).bitwiseAND(SIZE - 1L);
    return clicks
        .select(block.as(BLOCK), call_function("shiftleft", lit(1L), place.cast("int")).as("bit"))
        .groupBy(BLOCK)
        .agg(bit_or(col("bit")).as(CUSTOMERS))
        .groupBy(product.as("product"))
        .agg(sum(bit_count(col(CUSTOMERS))).as(UNIQUE_CUSTOMERS))
        .select(name(col("product"), asins).as(ASIN), col(UNIQUE_CUSTOMERS));
  }

  private static Column number(List<String> asins) {
    Column number = lit(0L);
    for (int i = asins.size() - 1; i > 0; i--) {
      number = when(col(ASIN).equalTo(asins.get(i)), lit((long) i)).otherwise(number);
    }
    return number;
  }

  private static Column name(Column number, List<String> asins) {
    Column[] names = asins.stream().map(asin -> lit(asin)).toArray(Column[]::new);
    return call_function("element_at", call_function("array", names), number.plus(1).cast("int"));
  }
}
