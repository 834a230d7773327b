package com.barraiser.questions.conversion7d.solutions;

import static com.barraiser.datasets.tables.Sessions.CUSTOMER_ID;
import static com.barraiser.datasets.tables.Sessions.MARKETPLACE_ID;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What tells customer, marketplace and window of time: one BIGINT where all orders fit, else three
 * columns.
 *
 * @param names the columns to group by and to join on
 * @param added the last of them, made from a row's time in microseconds; null where no order can
 *     have the same
 */
record WindowKeys(List<String> columnNames, UnaryOperator<Column> added) {

  private static final String KEY = "window_key";
  private static final String WINDOW_START = "window_start";

  /** The shortest keys for these orders, and for sessions one window earlier. */
  static WindowKeys of(OrderProfile orders, long width) {
    return packed(orders, width).orElseGet(() -> plain(width));
  }

  String[] names() {
    return columnNames.toArray(String[]::new);
  }

  Column[] columns() {
    return columnNames.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  /** Adds the keys to rows that have a customer and a marketplace. */
  Dataset<Row> addTo(Dataset<Row> rows, Column micros) {
    return rows.withColumn(columnNames.get(columnNames.size() - 1), added.apply(micros));
  }

  private static WindowKeys plain(long width) {
    return new WindowKeys(
        List.of(CUSTOMER_ID, MARKETPLACE_ID, WINDOW_START),
        micros -> micros.minus(pmod(micros, lit(width))));
  }

  /**
   * The digits of a number whose last base is the count of windows. These are counted from a start
   * before all of them, so that division rounds down.
   */
  private static Optional<WindowKeys> packed(OrderProfile orders, long width) {
    try {
      long windows = Math.addExact(orders.windows(width), 1);
      long start = Math.subtractExact(orders.firstWindow(width), width);
      long last = Math.addExact(start, Math.multiplyExact(windows, width) - 1);
      return CustomerKey.of(orders)
          .filter(key -> key.count() <= Long.MAX_VALUE / windows)
          .map(key -> packed(key, windows, start, last, width));
    } catch (ArithmeticException e) {
      // An order near an end of time: its window begins or ends beyond it.
      return Optional.empty();
    }
  }

  private static WindowKeys packed(
      CustomerKey key, long windows, long start, long last, long width) {
    return new WindowKeys(
        List.of(KEY),
        micros ->
            when(
                micros.between(start, last),
                key.column()
                    .multiply(windows)
                    .plus(call_function("div", micros.minus(start), lit(width)))));
  }
}
