package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Who visits and who orders. Customers are buyers (odd numbers) or browsers (even numbers), popular
 * by the same skew. A buyer's every session has an order of its own in the same marketplace within
 * seven days. A browser orders only where that browser has no session. So the share of sessions
 * that convert is the share of buyers' sessions, whatever the skew.
 *
 * @param converting which sessions are buyers'
 * @param following which orders follow a session of a buyer; the others are browsers'
 * @param customers how many customers there are
 */
record Shoppers(
    EvenShare converting, EvenShare following, long customers, double skew, Draws draws) {

  private static final int SESSIONS_PER_ORDER = 10;
  private static final int SESSIONS_PER_CUSTOMER = 10;

  /** For every four orders of buyers there is one of a browser, or more. */
  private static final double ORDERS_PER_CONVERSION = 1.25;

  private static final double AWAY = 1.0 / 8;
  private static final int DELAYS = 64;
  private static final long WEEK_MICROS = 604_800_000_000L;

  /** Odd, so that multiplying with it permutes the numbers below a power of two; 3 to the 18th. */
  private static final long SCATTER = 387_420_489L;

  private static final long IDS = 1L << 40;

  private static final String[] MARKETPLACES = {"US", "DE", "UK", "JP", "IN", "FR", "CA", "BR"};

  static Shoppers of(Knobs knobs, Draws draws) {
    long sessions = knobs.rows();
    long buyers = Math.round(sessions * knobs.own(SessionsAndOrdersGenerator.CONVERSION));
    long orders =
        Math.max(Math.round(buyers * ORDERS_PER_CONVERSION), sessions / SESSIONS_PER_ORDER);
    return new Shoppers(
        new EvenShare(sessions, buyers),
        new EvenShare(orders, buyers),
        Math.max(1, sessions / SESSIONS_PER_CUSTOMER),
        knobs.skew(),
        draws);
  }

  /** The BIGINT id of a customer's number: scattered, below 2^40. */
  static Column id(Column customer) {
    return customer.multiply(SCATTER).mod(lit(IDS));
  }

  /** Whether an order follows a session within seven days. */
  Column converts(Column session) {
    return converting.has(session);
  }

  /** The number of a session's customer. */
  Column visitor(Column session) {
    return when(converts(session), buyer(session)).otherwise(browser("browser", session));
  }

  /** The marketplace of a session: the customer's own or, now and then, a second one. */
  Column visited(Column customer, Column session) {
    return marketplace(customer, draws.within(AWAY, "away", session).cast("bigint"));
  }

  Column isHottestVisitor(Column customer) {
    return converting.chosen() * 2 > converting.rows()
        ? isHottestBuyer(customer)
        : customer.equalTo(0);
  }

  Column isHottestBuyer(Column customer) {
    return customer.equalTo(1);
  }

  /** Which rows of {@code orders} repeat no other. */
  EvenShare originals(double duplicates) {
    long rows = Math.round(following.rows() / (1 - duplicates));
    return new EvenShare(rows, following.rows());
  }

  /** The number of the order that stands in a row. */
  Column order(EvenShare originals, Column row) {
    return when(originals.has(row), originals.number(row))
        .otherwise(draws.below(Math.max(1, originals.chosen()), "original order", row));
  }

  /** The session that an order follows; for a browser's order one of about that time. */
  Column session(Column order) {
    Column near = order.multiply(converting.rows());
    return when(following.has(order), converting.row(following.number(order)))
        .otherwise(call_function("div", near, lit(Math.max(1, following.rows()))));
  }

  /** The number of an order's customer. */
  Column buyer(Column order, Column session) {
    return when(following.has(order), buyer(session)).otherwise(browser("stray", order));
  }

  /** The marketplace of an order: the session's, or one that the browser does not visit. */
  Column shop(Column order, Column customer, Column session) {
    int elsewhere = MARKETPLACES.length - 2;
    return when(following.has(order), visited(customer, session))
        .otherwise(marketplace(customer, draws.below(elsewhere, "stray shop", order).plus(2)));
  }

  /** Microseconds from a session to its order: mostly short, and some at either end of the week. */
  Column delay(Column order) {
    Column kind = draws.below(DELAYS, "kind of delay", order);
    Column u = draws.uniform("delay", order);
    Column usual = floor(u.multiply(u).multiply(u).multiply(WEEK_MICROS - 1)).cast("bigint");
    return when(kind.equalTo(0), 0L).when(kind.equalTo(1), WEEK_MICROS - 1).otherwise(usual);
  }

  private Column buyer(Column session) {
    long buyers = Math.round(customers * share());
    return draws.zipf(Math.max(1, buyers), skew, "buyer", session).multiply(2).plus(1);
  }

  private Column browser(String purpose, Column row) {
    long browsers = Math.round(customers * (1 - share()));
    return draws.zipf(Math.max(1, browsers), skew, purpose, row).multiply(2);
  }

  private double share() {
    return converting.chosen() / Math.max(1.0, converting.rows());
  }

  /** A customer's own marketplace, the larger ones more often, or one that many further on. */
  private Column marketplace(Column customer, Column further) {
    Column own = draws.zipf(MARKETPLACES.length, 1, "own marketplace", customer);
    Column index = own.plus(further).mod(lit((long) MARKETPLACES.length));
    return Draws.numbered(MARKETPLACES, index);
  }
}
