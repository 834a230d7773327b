package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** Order ids such as {@code 114-3941689-8772232}. */
final class OrderIds {

  private static final long SEVEN_DIGITS = 10_000_000L;
  private static final Digits DECIMAL = new Digits(10, 3);

  /** Like those that Amazon's shops use: few, and some begin with a zero. */
  private static final String[] FIRST_DIGITS = {
    "111", "112", "113", "114", "701", "702", "026", "204", "302", "403"
  };

  private OrderIds() {}

  /**
   * The same, but greater for a greater number, as ids are that a sequence gives: for up to 10^10
   * orders.
   */
  static Column growing(Column order, Draws draws) {
    List<Column> texts = new ArrayList<>();
    texts.addAll(DECIMAL.of(floor(order.divide(SEVEN_DIGITS)).cast("bigint"), 3));
    texts.add(lit("-"));
    texts.addAll(DECIMAL.of(order.mod(lit(SEVEN_DIGITS)), 7));
    texts.add(lit("-"));
    texts.addAll(DECIMAL.of(draws.below(SEVEN_DIGITS, "last digits", order), 7));
    return concat(texts.toArray(Column[]::new));
  }

  /** Unlike numbers get unlike ids: the last two groups of digits tell them apart. */
  static Column of(Column order, Draws draws) {
    Column last = order.multiply(7_654_321L).mod(lit(SEVEN_DIGITS));
    Column high = floor(order.divide(SEVEN_DIGITS)).cast("bigint");
    Column scattered = draws.below(SEVEN_DIGITS, "middle digits", last);
    Column middle = high.plus(scattered).mod(lit(SEVEN_DIGITS));
    List<Column> texts = new ArrayList<>();
    texts.add(draws.oneOf(FIRST_DIGITS, "first digits", order));
    texts.add(lit("-"));
    texts.addAll(DECIMAL.of(middle, 7));
    texts.add(lit("-"));
    texts.addAll(DECIMAL.of(last, 7));
    return concat(texts.toArray(Column[]::new));
  }
}
