package com.barraiser.questions.conversion7d.solutions;

import static com.barraiser.datasets.tables.PlacedOrders.ORDER_TS;
import static com.barraiser.datasets.tables.Sessions.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.Sessions.SESSION_TS;
import static com.barraiser.questions.conversion7d.Conversion7d.WINDOW;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import com.barraiser.datasets.tables.PlacedOrders;
import com.barraiser.datasets.tables.Sessions;
import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.Tables;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Time is cut into windows of the asked length. An order that counts for a session lies in the
 * session's window, where only the last order matters, or in the next one, where only the first
 * does. So orders shrink to one row per customer, marketplace and window, and every session finds
 * at most one of these by an equi-join.
 *
 * <p>One pass over the orders tells whether customer, marketplace and window fit one BIGINT, which
 * Spark joins on without comparing rows, and whether the orders are few enough to be sent to every
 * task; then the sessions are not shuffled at all. Else the same join runs on three columns, or on
 * both sides shuffled. It wins where some customers order much: no session ever meets more than one
 * row. It loses a little where none does, since it aggregates orders that are few per window.
 */
public final class PackedWindows implements Solution {

  private static final String TIME = "time";
  private static final String SHIFT = "shift";
  private static final String LAST = "last_in_window";
  private static final String NEXT = "first_in_next";

  @Override
  public String why() {
    return "Adjacent windows found by one packed number; sessions are not shuffled at all.";
  }

  @Override
  public Dataset<Row> answer(Tables tables, Parameters parameters) {
    OrderProfile profile = OrderProfile.of(tables.table(PlacedOrders.TABLE.name()));
    return answer(tables, parameters, profile);
  }

  /** The answer, where the orders have been looked at already. */
  static Dataset<Row> answer(Tables tables, Parameters parameters, OrderProfile profile) {
    Dataset<Row> orders = tables.table(PlacedOrders.TABLE.name());
    Dataset<Row> sessions = tables.table(Sessions.TABLE.name());
    long width = TimeUnit.MICROSECONDS.convert(parameters.duration(WINDOW));
    WindowKeys keys = WindowKeys.of(profile, width);
    Dataset<Row> windows = orders.transform(rows -> windows(rows, keys, width));
    return sessions
        .transform(
            rows -> judged(rows, profile.areFew() ? broadcast(windows) : windows, keys, width))
        .transform(rows -> DailyRates.of(rows, parameters));
  }

  /** One row per key: the last order in its window and the first one in the window after it. */
  private static Dataset<Row> windows(Dataset<Row> orders, WindowKeys keys, long width) {
    Column isIn = col(SHIFT).equalTo(0L);
    return orders
        .withColumn(TIME, unix_micros(col(ORDER_TS)))
        .withColumn(SHIFT, explode(array(lit(0L), lit(width))))
        .transform(rows -> keys.addTo(rows, col(TIME).minus(col(SHIFT))))
        .groupBy(keys.columns())
        .agg(max(when(isIn, col(TIME))).as(LAST), min(when(not(isIn), col(TIME))).as(NEXT));
  }

  /** One row per session: its marketplace, its time and whether it converts. */
  private static Dataset<Row> judged(
      Dataset<Row> sessions, Dataset<Row> windows, WindowKeys keys, long width) {
    Column orderInWindow = col(LAST).geq(col(TIME));
    Column orderInNext = col(NEXT).lt(col(TIME).plus(width));
    return sessions
        .withColumn(TIME, unix_micros(col(SESSION_TS)))
        .transform(rows -> keys.addTo(rows, col(TIME)))
        .join(windows, keys.names(), "left_outer")
        .select(
            col(MARKETPLACE_ID),
            col(TIME).as(DailyRates.MICROS),
            orderInWindow.or(orderInNext).as(DailyRates.CONVERTS));
  }
}
