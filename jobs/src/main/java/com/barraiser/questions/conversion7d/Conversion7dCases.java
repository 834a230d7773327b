package com.barraiser.questions.conversion7d;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Case;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs that tell a right answer from a wrong one. */
final class Conversion7dCases {

  static final Case EXAMPLE =
      new Case(
          "worked-example",
          "not having read the statement",
          Map.of(
              "sessions",
              """
              {"session_id":"s1","customer_id":1,"marketplace_id":"US","session_ts":"2024-03-01T09:00:00Z"}
              {"session_id":"s2","customer_id":1,"marketplace_id":"US","session_ts":"2024-03-01T10:00:00Z"}
              {"session_id":"s3","customer_id":2,"marketplace_id":"US","session_ts":"2024-03-03T12:00:00Z"}
              {"session_id":"s4","customer_id":2,"marketplace_id":"DE","session_ts":"2024-03-03T12:00:00Z"}
              {"session_id":"s5","customer_id":3,"marketplace_id":"US","session_ts":"2024-03-08T00:00:00Z"}
              """
                  .lines()
                  .toList(),
              "orders",
              """
              {"order_id":"o1","customer_id":1,"marketplace_id":"US","order_ts":"2024-03-08T09:30:00Z"}
              {"order_id":"o1","customer_id":1,"marketplace_id":"US","order_ts":"2024-03-08T09:30:00Z"}
              {"order_id":"o2","customer_id":2,"marketplace_id":"DE","order_ts":"2024-03-03T12:00:00Z"}
              """
                  .lines()
                  .toList()),
          Map.of("as-of", "2024-03-09T00:00:00Z"));

  private Conversion7dCases() {}

  static List<Tuple> exampleAnswer() {
    return List.of(
        row("DE", "2024-03-03", 1L, 1L, 1.0, 1L, 1L, 1.0, false),
        row("US", "2024-03-01", 2L, 1L, 0.5, 2L, 1L, 0.5, true),
        row("US", "2024-03-03", 1L, 0L, 0.0, 3L, 1L, 1.0 / 3, false),
        row("US", "2024-03-08", 1L, 0L, 0.0, 2L, 0L, 0.0, false));
  }

  static List<Case> all() {
    return Stream.of(List.of(EXAMPLE), WindowCases.all(), KeyCases.all(), DayCases.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * A case from rows as short as they can be.
   *
   * @param sessions a line each: customer, marketplace and time
   * @param orders the same
   */
  static Case of(
      String name, String catches, String sessions, String orders, Map<String, String> parameters) {
    return new Case(
        name,
        catches,
        Map.of("sessions", lines("session", sessions), "orders", lines("order", orders)),
        parameters);
  }

  static Case of(String name, String catches, String sessions, String orders) {
    return of(name, catches, sessions, orders, Map.of());
  }

  /** One line of JSON for a row of either table. */
  static String line(String table, Object id, long customer, String marketplace, String time) {
    return "{\"%1$s_id\":\"%2$s\",\"customer_id\":%3$d,\"marketplace_id\":\"%4$s\",\"%1$s_ts\":\"%5$s\"}"
        .formatted(table, id, customer, marketplace, time);
  }

  /** Ids are the rows' texts and numbers for sessions, and their texts for orders, which repeat. */
  private static List<String> lines(String table, String rows) {
    List<String> texts = rows.lines().toList();
    return Stream.iterate(0, i -> i < texts.size(), i -> i + 1)
        .map(
            i -> {
              String[] cells = texts.get(i).split(" ");
              String id = table.equals("session") ? "s" + i : "o-" + texts.get(i);
              return line(table, id, Long.parseLong(cells[0]), cells[1], cells[2]);
            })
        .toList();
  }

  private static Tuple row(String marketplace, String date, Object... others) {
    Object[] values =
        Stream.concat(Stream.of(marketplace, LocalDate.parse(date)), Stream.of(others)).toArray();
    return Tuple.of(Conversion7d.COLUMNS, values);
  }
}
