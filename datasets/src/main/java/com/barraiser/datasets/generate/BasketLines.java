package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * What lies in the baskets, by the line's number. Lines arrive about when their orders do: a line
 * belongs to one of the orders that follow its place, so that orders have more lines or fewer.
 *
 * @param knobs how many lines there are
 * @param orders how many orders there are
 */
record BasketLines(Knobs knobs, long orders, Draws draws) {

  private static final int LINES_PER_PRODUCT = 200;
  private static final long ORDERS_AT_A_TIME = 64;
  private static final double SINGLE = 0.7;
  private static final int MOST_PIECES = 6;
  private static final long MIN_CENTS = 99;
  private static final long MAX_CENTS = 10_000;

  /** The number of the order that a line belongs to; the last lines are of the first orders. */
  Column order(Column line) {
    Column place = call_function("div", line.multiply(orders), lit(Math.max(1, knobs.rows())));
    Column following = place.plus(draws.below(ORDERS_AT_A_TIME, "order", line));
    return pmod(following, lit(Math.max(1, orders)));
  }

  Column asin(Column line) {
    long products = Math.max(1, knobs.rows() / LINES_PER_PRODUCT);
    return Asins.of(draws.zipf(products, knobs.skew(), "product", line));
  }

  Column quantity(Column line) {
    Column several = draws.below(MOST_PIECES - 1, "pieces", line).plus(2);
    return when(draws.within(SINGLE, "single", line), 1L).otherwise(several).cast("int");
  }

  Column price(Column line) {
    return Money.ofCents(draws.below(MAX_CENTS - MIN_CENTS, "price", line).plus(MIN_CENTS));
  }
}
