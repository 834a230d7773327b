package com.barraiser.questions.ordersfact;

import com.barraiser.datasets.tables.ExpectedPartitions;
import com.barraiser.datasets.tables.LandedPartitions;
import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.vocabulary.warehouse.Batch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a batch down as short as it can be: words separated by blanks, a row a line. */
final class Landing {

  private final String loadedAt;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Long> rejected = new LinkedHashMap<>();
  private final List<String> expected = new ArrayList<>();

  private Landing(String loadedAt) {
    this.loadedAt = loadedAt;
  }

  /** A batch that is loaded at a time such as {@code 2024-01-02T06:00:00Z}. */
  static Landing at(String loadedAt) {
    return new Landing(loadedAt);
  }

  /**
   * Adds order lines.
   *
   * @param rows a line each: day, marketplace, order, line, quantity, price, discount, status, time
   *     of the version, and other cells as {@code column=JSON}
   */
  Landing lines(String rows) {
    rows.lines().forEach(row -> line(row.strip().split(" +")));
    return this;
  }

  /** Says that rows of a partition were rejected. */
  Landing rejected(String day, String marketplace, long rows) {
    rejected.put(partition(day, marketplace), rows);
    return this;
  }

  /** Adds what is expected: day, marketplace and number, a row a line. */
  Landing expected(String rows) {
    rows.lines()
        .map(row -> row.strip().split(" +"))
        .forEach(
            words ->
                expected.add(
                    "{%s,\"%s\":%s}"
                        .formatted(
                            partition(words[0], words[1]),
                            ExpectedPartitions.EXPECTED_ROWS,
                            words[2])));
    return this;
  }

  /** The batch. */
  Batch batch() {
    List<String> landed =
        rejected.entrySet().stream()
            .map(
                of ->
                    "{%s,\"%s\":%d,\"%s\":\"%s\"}"
                        .formatted(
                            of.getKey(),
                            LandedPartitions.REJECTED_ROWS,
                            of.getValue(),
                            LandedPartitions.LOADED_AT,
                            loadedAt))
            .toList();
    return new Batch(
        Map.of(
            OrderLines.TABLE.name(), lines,
            LandedPartitions.TABLE.name(), landed,
            ExpectedPartitions.TABLE.name(), expected),
        Map.of());
  }

  private void line(String[] words) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(OrderLines.EVENT_DATE, quoted(words[0]));
    cells.put(OrderLines.MARKETPLACE_ID, quoted(words[1]));
    cells.put(OrderLines.ORDER_ID, quoted(words[2]));
    cells.put(OrderLines.LINE_ID, words[3]);
    cells.put(OrderLines.CUSTOMER_ID, "7");
    cells.put(OrderLines.ASIN, quoted("B000000001"));
    cells.put(OrderLines.QTY, words[4]);
    cells.put(OrderLines.ITEM_PRICE, words[5]);
    cells.put(OrderLines.DISCOUNT, words[6]);
    cells.put(OrderLines.ORDER_STATUS, quoted(words[7]));
    cells.put(OrderLines.ORDER_TS, quoted(words[0] + "T00:00:00Z"));
    cells.put(OrderLines.UPDATED_AT, quoted(words[8]));
    Stream.of(words)
        .skip(9)
        .map(word -> word.split("=", 2))
        .forEach(cell -> cells.put(cell[0], cell[1]));
    lines.add(
        "{"
            + String.join(
                ",",
                cells.entrySet().stream()
                    .map(c -> quoted(c.getKey()) + ":" + c.getValue())
                    .toList())
            + "}");
    rejected.putIfAbsent(partition(words[0], words[1]), 0L);
  }

  private static String partition(String day, String marketplace) {
    return "\"%s\":%s,\"%s\":%s"
        .formatted(
            OrderLines.EVENT_DATE, quoted(day), OrderLines.MARKETPLACE_ID, quoted(marketplace));
  }

  private static String quoted(String json) {
    return "\"" + json + "\"";
  }
}
