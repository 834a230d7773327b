package com.barraiser.questions.conversion7d.solutions;

import static com.barraiser.datasets.tables.PlacedOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.PlacedOrders.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.PlacedOrders.ORDER_TS;
import static java.util.Comparator.comparing;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What packing and the choice of a join need to know about the orders.
 *
 * @param rows how many there are
 * @param marketplaces their marketplaces, those with most orders first; none where there are more
 *     than are worth a number, or where a text would not be found again
 */
record OrderProfile(
    long rows,
    List<String> marketplaces,
    long lowestCustomer,
    long highestCustomer,
    long earliestMicros,
    long latestMicros) {

  /** A few million rows, which the driver and each executor hold in memory. */
  private static final long MOST_TO_BROADCAST = 3_000_000;

  /** A marketplace's number is found by comparing with each in turn. */
  private static final int MAX_MARKETPLACES = 32;

  /** What bytes that are no text become; they are not found again by it. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final String ROWS = "rows";
  private static final String LOWEST = "lowest";
  private static final String HIGHEST = "highest";
  private static final String EARLIEST = "earliest";
  private static final String LATEST = "latest";

  static OrderProfile of(Dataset<Row> orders) {
    List<Row> shops =
        orders
            .groupBy(MARKETPLACE_ID)
            .agg(
                count(lit(1)).as(ROWS),
                min(CUSTOMER_ID).as(LOWEST),
                max(CUSTOMER_ID).as(HIGHEST),
                min(unix_micros(col(ORDER_TS))).as(EARLIEST),
                max(unix_micros(col(ORDER_TS))).as(LATEST))
            .limit(MAX_MARKETPLACES + 1)
            .collectAsList();
    List<String> marketplaces =
        shops.stream()
            .sorted(comparing((Row shop) -> shop.<Long>getAs(ROWS), Comparator.reverseOrder()))
            .map(shop -> shop.<String>getAs(MARKETPLACE_ID))
            .toList();
    return new OrderProfile(
        shops.size() > MAX_MARKETPLACES
            ? orders.count()
            : shops.stream().mapToLong(shop -> shop.<Long>getAs(ROWS)).sum(),
        isPackable(marketplaces) ? marketplaces : List.of(),
        lowest(shops, LOWEST),
        highest(shops, HIGHEST),
        lowest(shops, EARLIEST),
        highest(shops, LATEST));
  }

  /** Whether they are so few that every task may have all of them, in a row or two each. */
  boolean areFew() {
    return rows <= MOST_TO_BROADCAST;
  }

  /**
   * When the window begins in which the earliest order lies, in microseconds since the epoch.
   *
   * @throws ArithmeticException if that is before all times
   */
  long firstWindow(long width) {
    return Math.multiplyExact(Math.floorDiv(earliestMicros, width), width);
  }

  /**
   * How many windows of that many microseconds reach from the earliest order to the latest; the
   * greatest number where the time between them is too long for one.
   */
  long windows(long width) {
    try {
      return Math.subtractExact(latestMicros, firstWindow(width)) / width + 1;
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  private static boolean isPackable(List<String> marketplaces) {
    return marketplaces.size() <= MAX_MARKETPLACES
        && marketplaces.stream().allMatch(name -> name.indexOf(REPLACEMENT) < 0);
  }

  private static long lowest(List<Row> shops, String column) {
    return shops.stream().mapToLong(shop -> shop.<Long>getAs(column)).min().orElse(0);
  }

  private static long highest(List<Row> shops, String column) {
    return shops.stream().mapToLong(shop -> shop.<Long>getAs(column)).max().orElse(0);
  }
}
