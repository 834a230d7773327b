package com.barraiser.questions.latestorder;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Case;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The inputs that tell a right answer from a wrong one. */
final class LatestOrderCases {

  static final Case EXAMPLE =
      new Case(
          "worked-example",
          "not having read the statement",
          Map.of(
              "orders",
              """
              {"order_id":"o1","customer_id":1,"order_ts":"2024-03-01T09:00:00Z","order_total":80.00,"order_status":"DELIVERED"}
              {"order_id":"o2","customer_id":1,"order_ts":"2024-03-05T10:00:00Z","order_total":35.50,"order_status":"SHIPPED"}
              {"order_id":"o3","customer_id":1,"order_ts":"2024-03-06T08:00:00Z","order_total":99.00,"order_status":"CANCELED"}
              {"order_id":"o4","customer_id":2,"order_ts":"2024-03-02T12:00:00Z","order_total":15.00,"order_status":"PLACED"}
              {"order_id":"o5","customer_id":2,"order_ts":"2024-03-02T12:00:00Z","order_total":10.00,"order_status":"PLACED"}
              {"order_id":"o6","customer_id":3,"order_ts":"2024-03-03T12:00:00Z","order_total":50.00,"order_status":"CANCELED"}
              """
                  .lines()
                  .toList(),
              "order_items",
              """
              {"order_id":"o1","asin":"B07XJ8C8F5","qty":4,"item_price":20.00}
              {"order_id":"o2","asin":"B07XJ8C8F5","qty":1,"item_price":20.00}
              {"order_id":"o2","asin":"B000000002","qty":2,"item_price":7.75}
              {"order_id":"o3","asin":"B07XJ8C8F5","qty":5,"item_price":19.80}
              {"order_id":"o5","asin":"B000000003","qty":1,"item_price":10.00}
              {"order_id":"o9","asin":"B000000003","qty":6,"item_price":10.00}
              """
                  .lines()
                  .toList()),
          Map.of());

  private LatestOrderCases() {}

  static List<Tuple> exampleAnswer() {
    return List.of(
        row(1, "o2", "2024-03-05T10:00:00Z", "35.50", 3),
        row(2, "o4", "2024-03-02T12:00:00Z", "15.00", 0));
  }

  static List<Case> all() {
    return Stream.of(List.of(EXAMPLE), RankCases.all(), StatusCases.all(), ItemCases.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * A case from rows as short as they can be.
   *
   * @param orders a line each: id, customer, time, total and status
   * @param items a line each: order and quantity
   */
  static Case of(String name, String catches, String orders, String items) {
    return new Case(
        name,
        catches,
        Map.of(
            "orders", orders.lines().map(LatestOrderCases::orderLine).toList(),
            "order_items", itemLines(items.lines().toList())),
        Map.of());
  }

  /** One line of JSON for an order. */
  static String order(String id, long customer, String time, String total, String status) {
    return "{\"order_id\":\"%s\",\"customer_id\":%d,\"order_ts\":\"%s\",\"order_total\":%s,\"order_status\":\"%s\"}"
        .formatted(id, customer, time, total, status);
  }

  /** One line of JSON for an item. */
  static String item(String order, Object product, Object quantity) {
    return "{\"order_id\":\"%s\",\"asin\":\"%s\",\"qty\":%s,\"item_price\":1.00}"
        .formatted(order, product, quantity);
  }

  private static String orderLine(String row) {
    String[] cells = row.split(" ");
    return order(cells[0], Long.parseLong(cells[1]), cells[2], cells[3], cells[4]);
  }

  /** Products are numbered through, so that no two lines are equal by chance. */
  private static List<String> itemLines(List<String> rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(
            i -> {
              String[] cells = rows.get(i).split(" ");
              return item(cells[0], "B" + i, cells[1]);
            })
        .toList();
  }

  private static Tuple row(long customer, String order, String time, String total, long units) {
    return Tuple.of(
        LatestOrder.COLUMNS, customer, order, Instant.parse(time), new BigDecimal(total), units);
  }
}
