package com.barraiser.questions.conversion7d.solutions;

import static com.barraiser.datasets.tables.Sessions.CUSTOMER_ID;
import static com.barraiser.datasets.tables.Sessions.MARKETPLACE_ID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * One BIGINT for customer and marketplace, which Spark hashes and compares faster than two columns:
 * the digits of a number whose bases are the counts of customer ids and of marketplaces.
 *
 * @param count how many keys there can be; they count from 0
 * @param column a row's key; null where no order can have the same
 */
record CustomerKey(long count, Column column) {

  /** The key of these orders, or nothing where a BIGINT cannot hold it. */
  static Optional<CustomerKey> of(OrderProfile orders) {
    int marketplaces = orders.marketplaces().size();
    if (marketplaces == 0) {
      return Optional.empty();
    }
    long lowest = orders.lowestCustomer();
    long highest = orders.highestCustomer();
    try {
      long customers = Math.addExact(Math.subtractExact(highest, lowest), 1);
      long count = Math.multiplyExact(customers, marketplaces);
      Column key =
          when(
              col(CUSTOMER_ID).between(lowest, highest),
              col(CUSTOMER_ID)
                  .minus(lowest)
                  .multiply((long) marketplaces)
                  .plus(rank(col(MARKETPLACE_ID), orders.marketplaces())));
      return Optional.of(new CustomerKey(count, key));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Column rank(Column text, List<String> texts) {
    Column rank = lit(null).cast("bigint");
    for (int i = texts.size() - 1; i >= 0; i--) {
      rank = when(text.equalTo(texts.get(i)), lit((long) i)).otherwise(rank);
    }
    return rank;
  }
}
