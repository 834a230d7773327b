package com.barraiser.questions.shippedgmv;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Case;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs that tell a right answer from a wrong one. */
final class ShippedGmvCases {

  static final Case EXAMPLE =
      new Case(
          "worked-example",
          "not having read the statement",
          Map.of(
              "orders",
              """
              {"order_id":"o1","order_ts":"2024-03-01T08:00:00Z","order_total":100.00}
              {"order_id":"o2","order_ts":"2024-03-01T09:00:00Z","order_total":100.00}
              {"order_id":"o3","order_ts":"2024-03-01T10:00:00Z","order_total":19.99}
              {"order_id":"o4","order_ts":"2024-03-01T11:00:00Z","order_total":7.50}
              """
                  .lines()
                  .toList(),
              "shipments",
              """
              {"shipment_id":"s1","order_id":"o1","shipped_ts":"2024-03-01T20:00:00Z"}
              {"shipment_id":"s2","order_id":"o1","shipped_ts":"2024-03-02T09:00:00Z"}
              {"shipment_id":"s3","order_id":"o2","shipped_ts":"2024-03-01T23:59:59.999999Z"}
              {"shipment_id":"s4","order_id":"o3","shipped_ts":"2024-03-01T21:00:00Z"}
              {"shipment_id":"s5","order_id":"o3","shipped_ts":"2024-03-02T00:00:00Z"}
              {"shipment_id":"s6","order_id":"o4","shipped_ts":null}
              {"shipment_id":"s7","order_id":"o9","shipped_ts":"2024-03-01T12:00:00Z"}
              """
                  .lines()
                  .toList(),
              "shipment_events",
              """
              {"shipment_id":"s1","event_ts":"2024-03-01T20:05:00Z","event_type":"SHIPPED"}
              {"shipment_id":"s1","event_ts":"2024-03-01T20:05:00Z","event_type":"SHIPPED"}
              {"shipment_id":"s1","event_ts":"2024-03-03T10:00:00Z","event_type":"DELIVERED"}
              {"shipment_id":"s2","event_ts":"2024-03-02T09:10:00Z","event_type":"SHIPPED"}
              {"shipment_id":"s3","event_ts":"2024-03-02T00:10:00Z","event_type":"SHIPPED"}
              {"shipment_id":"s4","event_ts":"2024-03-01T20:00:00Z","event_type":"CREATED"}
              {"shipment_id":"s5","event_ts":"2024-03-02T00:00:00Z","event_type":"SHIPPED"}
              {"shipment_id":"s6","event_ts":"2024-03-01T22:00:00Z","event_type":"SHIPPED"}
              {"shipment_id":"s7","event_ts":"2024-03-01T12:00:00Z","event_type":"SHIPPED"}
              {"shipment_id":"s8","event_ts":"2024-03-01T12:00:00Z","event_type":"SHIPPED"}
              """
                  .lines()
                  .toList()),
          Map.of());

  private ShippedGmvCases() {}

  static List<Tuple> exampleAnswer() {
    return List.of(row("2024-03-01", 2L, "200.00"), row("2024-03-02", 1L, "19.99"));
  }

  static List<Case> all() {
    return Stream.of(
            List.of(EXAMPLE),
            FanOutCases.all(),
            CountingCases.all(),
            DayCases.all(),
            MoneyCases.all(),
            IdCases.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * A case from rows as short as they can be.
   *
   * @param orders a line each: order and total
   * @param shipments a line each: shipment, order and time, or a hyphen for none
   * @param events a line each: shipment, type and, where it matters, time
   */
  static Case of(String name, String catches, String orders, String shipments, String events) {
    return new Case(
        name,
        catches,
        Map.of(
            "orders",
                orders.lines().map(line -> line.split(" ")).map(ShippedGmvCases::order).toList(),
            "shipments",
                shipments
                    .lines()
                    .map(line -> line.split(" "))
                    .map(ShippedGmvCases::shipment)
                    .toList(),
            "shipment_events",
                events.lines().map(line -> line.split(" ")).map(ShippedGmvCases::event).toList()),
        Map.of());
  }

  /** One line of JSON for an order. */
  static String order(String id, String total) {
    return "{\"order_id\":\"%s\",\"order_ts\":\"2024-02-20T12:00:00Z\",\"order_total\":%s}"
        .formatted(id, total);
  }

  /** One line of JSON for a shipment that left. */
  static String shipment(String id, String order, String time) {
    return "{\"shipment_id\":\"%s\",\"order_id\":\"%s\",\"shipped_ts\":\"%s\"}"
        .formatted(id, order, time);
  }

  /** One line of JSON for an event. */
  static String event(String shipment, String type, String time) {
    return "{\"shipment_id\":\"%s\",\"event_ts\":\"%s\",\"event_type\":\"%s\"}"
        .formatted(shipment, time, type);
  }

  private static String order(String[] cells) {
    return order(cells[0], cells[1]);
  }

  private static String shipment(String[] cells) {
    return cells[2].equals("-")
        ? "{\"shipment_id\":\"%s\",\"order_id\":\"%s\"}".formatted(cells[0], cells[1])
        : shipment(cells[0], cells[1], cells[2]);
  }

  private static String event(String[] cells) {
    return event(cells[0], cells[1], cells.length > 2 ? cells[2] : "2024-03-01T12:00:00Z");
  }

  private static Tuple row(String date, long orders, String gmv) {
    return Tuple.of(ShippedGmv.COLUMNS, LocalDate.parse(date), orders, new BigDecimal(gmv));
  }
}
