package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.tables.CustomerOrders;
import org.apache.spark.sql.Column;

/**
 * What customers order, by the order's number. An order may be tied to the one before: the same
 * customer placed it at the same instant, as when a basket is split, and perhaps it costs the same.
 *
 * @param orders how many orders there are
 * @param customers how many customers there are, popular by the skew
 */
record Baskets(long orders, long customers, double skew, Draws draws) {

  private static final int ORDERS_PER_CUSTOMER = 8;
  private static final long FIRST_CUSTOMER = 100_000_000L;
  private static final double TIED = 0.02;
  private static final double SAME_TOTAL = 0.5;
  private static final double CANCELED = 0.1;
  private static final double CUSTOMERS_WHO_CANCEL_ALL = 0.01;
  private static final double LARGE = 0.01;
  private static final long MAX_CENTS = 20_000;
  private static final long MAX_CENTS_OF_LARGE = 5_000_000;

  private static final String[] STATUSES = {
    "PLACED", "SHIPPED", "SHIPPED", "DELIVERED", "DELIVERED", "DELIVERED", "RETURNED"
  };

  /** As many orders as the items fill; repeated items fill none. */
  static Baskets of(Knobs knobs, Draws draws) {
    double filled = repeats(knobs, draws).originals() / knobs.own(OrdersAndItemsGenerator.ITEMS);
    long orders = Math.max(Math.min(1, knobs.rows()), Math.round(filled));
    return new Baskets(orders, Math.max(1, orders / ORDERS_PER_CUSTOMER), knobs.skew(), draws);
  }

  /** Which items repeat others. */
  static Repeats repeats(Knobs knobs, Draws draws) {
    return new Repeats(knobs.rows(), knobs.duplicates(), draws);
  }

  /** Whether an order was placed together with the one before, which is tied to no other. */
  Column isTied(Column order) {
    return mayBeTied(order).and(not(mayBeTied(order.minus(1)))).and(order.gt(0));
  }

  /** The number of the order whose customer and time an order has: its own, or the one before. */
  Column placed(Column order) {
    return when(isTied(order), order.minus(1)).otherwise(order);
  }

  Column customerId(Column order) {
    return customer(order).plus(FIRST_CUSTOMER);
  }

  Column isHottest(Column order) {
    return customer(order).equalTo(0);
  }

  Column total(Column order) {
    Column sameTotal = draws.within(SAME_TOTAL, "same total", order);
    Column priced = when(sameTotal, placed(order)).otherwise(order);
    Column usual = draws.below(MAX_CENTS, "total", priced);
    Column large = draws.below(MAX_CENTS_OF_LARGE, "large total", priced);
    return Money.ofCents(
        when(draws.within(LARGE, "is large", priced), greatest(usual, large)).otherwise(usual));
  }

  Column status(Column order) {
    return when(isCanceled(order), CustomerOrders.CANCELED)
        .otherwise(draws.oneOf(STATUSES, "status", order));
  }

  Column isCanceled(Column order) {
    Column customer = customer(order);
    return draws
        .within(CANCELED, "canceled", order)
        .or(draws.within(CUSTOMERS_WHO_CANCEL_ALL, "cancels all", customer).and(customer.gt(0)));
  }

  private Column mayBeTied(Column order) {
    return draws.within(TIED, "tied", order);
  }

  private Column customer(Column order) {
    return draws.zipf(customers, skew, "customer", placed(order));
  }
}
