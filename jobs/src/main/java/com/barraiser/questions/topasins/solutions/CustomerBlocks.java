package com.barraiser.questions.topasins.solutions;

import static com.barraiser.datasets.tables.Clicks.ASIN;
import static com.barraiser.datasets.tables.Clicks.CUSTOMER_ID;
import static com.barraiser.questions.topasins.TopAsins.UNIQUE_CUSTOMERS;
import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts the unique customers of a few products, exactly, in bitmaps of 64 bits. A customer id is
 * the number of a block of 64 neighbours and a place in it; the place becomes one bit of a BIGINT.
 * Where ids are dense a task merges dozens of clicks into one row before the shuffle.
 */
final class CustomerBlocks {

  private static final long SIZE = 64;

  /** As bytes: for a text key Spark puts a small map before the large one, and misses in both. */
  private static final String PRODUCT = "product";

  private static final String BLOCK = "block";
  private static final String CUSTOMERS = "customers";

  private CustomerBlocks() {}

  /** A product's hash, which Spark compares and groups by faster than by its text. */
  static Column hash() {
    return xxhash64(col(ASIN));
  }

  /** The unique customers of each product that has one of the hashes, one row per product. */
  static Dataset<Row> uniqueCustomers(Dataset<Row> clicks, List<Long> hashes) {
    Column place = col(CUSTOMER_ID).bitwiseAND(SIZE - 1).cast("int");
    return clicks
        .filter(hash().isin(hashes.toArray()))
        .groupBy(col(ASIN).cast("binary").as(PRODUCT), col(CUSTOMER_ID).bitwiseAND(-SIZE).as(BLOCK))
        .agg(bit_or(call_function("shiftleft", lit(1L), place)).as(CUSTOMERS))
        .groupBy(PRODUCT)
        .agg(sum(bit_count(col(CUSTOMERS))).as(UNIQUE_CUSTOMERS))
        .select(col(PRODUCT).cast("string").as(ASIN), col(UNIQUE_CUSTOMERS));
  }
}
