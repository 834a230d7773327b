package com.barraiser.datasets.generate;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** Product ids such as {@code B07XJ8C8F5}. */
final class Asins {

  private static final int DIGITS = 8;
  private static final Digits BASE_36 = new Digits(36, 2);
  private static final long COUNT = 2_821_109_907_456L;

  /** Shares no factor with the count, so multiplying with it permutes the products. */
  private static final long STRIDE = 154_435_287_611L;

  private Asins() {}

  /** Unlike numbers, up to some ten million, get unlike ids. */
  static Column of(Column product) {
    Column scattered = product.multiply(STRIDE).mod(lit(COUNT));
    List<Column> texts = new ArrayList<>();
    texts.add(lit("B0"));
    texts.addAll(BASE_36.of(scattered, DIGITS));
    return concat(texts.toArray(Column[]::new));
  }
}
