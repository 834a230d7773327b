package com.barraiser.questions.conversion7d.solutions;

import static com.barraiser.datasets.tables.PlacedOrders.ORDER_TS;
import static com.barraiser.datasets.tables.Sessions.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.Sessions.SESSION_TS;
import static com.barraiser.questions.conversion7d.Conversion7d.WINDOW;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.unix_micros;

import com.barraiser.datasets.tables.PlacedOrders;
import com.barraiser.datasets.tables.Sessions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Most customers order rarely: a session that finds its customer's orders by one number has few of
 * them to look at.
 *
 * <p>One pass over the orders gives that number, a second one counts them by its remainder. A
 * remainder with more orders than a session should look at may have a busy customer: there, of
 * every window of time only the first and the last order are kept, which changes no answer, since a
 * session's window reaches from one such piece into the next. The orders are sent to every task;
 * only those of busy remainders are shuffled before, and the sessions never are. It wins where
 * orders are few beside sessions; with more orders than memory should hold, or busy customers
 * everywhere, {@link PackedWindows} answers.
 */
public final class PackedExists implements Solution {

  /** A prime, so that ids that are multiples of a round number do not meet. */
  private static final long REMAINDERS = 65_521;

  /** That many orders a session looks at without being slowed down by it. */
  private static final long FEW = 100;

  /** Two orders of each are kept of busy customers, so that these have few as well. */
  private static final long MOST_WINDOWS = FEW / 2;

  private static final int MOST_BUSY = 1_000;

  private static final String KEY = "key";
  private static final String ORDER_KEY = "order_key";
  private static final String ORDER_MICROS = "order_micros";
  private static final String ORDERS = "orders";
  private static final String FIRST = "first";
  private static final String LAST = "last";

  private final long few;

  /** Takes for busy what is. */
  public PackedExists() {
    this(FEW);
  }

  /** Takes for busy what has more than that many orders, so that tests need not have many. */
  PackedExists(long few) {
    this.few = few;
  }

  @Override
  public String why() {
    return "The fastest plain one: does one of the customer's few orders fall into the window?";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    OrderProfile profile = OrderProfile.of(tables.table(PlacedOrders.TABLE.name()));
    return CustomerKey.of(profile)
        .filter(key -> profile.areFew())
        .map(key -> answer(tables, parameters, key, profile))
        .orElseGet(() -> PackedWindows.answer(tables, parameters, profile));
  }

  private Dataset<Row> answer(
      Tables tables, Parameters parameters, CustomerKey key, OrderProfile profile) {
    long width = TimeUnit.MICROSECONDS.convert(parameters.duration(WINDOW));
    Dataset<Row> orders =
        tables
            .table(PlacedOrders.TABLE.name())
            .select(key.column().as(ORDER_KEY), unix_micros(col(ORDER_TS)).as(ORDER_MICROS));
    List<Long> busy = busy(orders);
    if (busy.size() > MOST_BUSY || !busy.isEmpty() && profile.windows(width) > MOST_WINDOWS) {
      return PackedWindows.answer(tables, parameters, profile);
    }
    return tables
        .table(Sessions.TABLE.name())
        .transform(rows -> judged(rows, key, withFew(orders, busy, width), width))
        .transform(rows -> DailyRates.of(rows, parameters));
  }

  /** The remainders that have more than a few orders; some of them, if they are many. */
  private List<Long> busy(Dataset<Row> orders) {
    return orders
        .groupBy(remainder().as(KEY))
        .agg(count(lit(1)).as(ORDERS))
        .filter(col(ORDERS).gt(few))
        .limit(MOST_BUSY + 1)
        .collectAsList()
        .stream()
        .map(row -> row.<Long>getAs(KEY))
        .toList();
  }

  /** Orders of which no key has more than a few. */
  private static Dataset<Row> withFew(Dataset<Row> orders, List<Long> busy, long width) {
    if (busy.isEmpty()) {
      return orders;
    }
    Column isBusy = remainder().isInCollection(busy);
    Column window = col(ORDER_MICROS).minus(pmod(col(ORDER_MICROS), lit(width)));
    Dataset<Row> ends =
        orders
            .filter(isBusy)
            .groupBy(col(ORDER_KEY), window)
            .agg(min(ORDER_MICROS).as(FIRST), max(ORDER_MICROS).as(LAST))
            .select(col(ORDER_KEY), explode(array(col(FIRST), col(LAST))).as(ORDER_MICROS));
    return orders.filter(not(isBusy)).unionAll(ends);
  }

  private static Column remainder() {
    return pmod(col(ORDER_KEY), lit(REMAINDERS));
  }

  /** One row per session: its marketplace, its time and whether it converts. */
  private static Dataset<Row> judged(
      Dataset<Row> sessions, CustomerKey key, Dataset<Row> orders, long width) {
    Column time = col(DailyRates.MICROS).outer();
    Column converts =
        broadcast(orders)
            .where(
                col(ORDER_KEY)
                    .equalTo(col(KEY).outer())
                    .and(col(ORDER_MICROS).geq(time))
                    .and(col(ORDER_MICROS).lt(time.plus(width))))
            .exists();
    return sessions
        .select(
            col(MARKETPLACE_ID),
            unix_micros(col(SESSION_TS)).as(DailyRates.MICROS),
            key.column().as(KEY))
        .select(col(MARKETPLACE_ID), col(DailyRates.MICROS), converts.as(DailyRates.CONVERTS));
  }
}
