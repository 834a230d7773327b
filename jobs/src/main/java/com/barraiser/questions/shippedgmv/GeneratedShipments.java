package com.barraiser.questions.shippedgmv;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Orders, shipments and events from a seed: few ids, and instants around midnight. */
final class GeneratedShipments {

  private static final List<String> ORDER_FORMS =
      List.of("o%d", "114-3941689-%07d", "%d", "\u00fc%d", "a long and winding order no. %d");

  private static final List<String> SHIPMENT_FORMS = List.of("s%d", "TBA%012d", "%d", "o%d");

  private static final List<String> TYPES =
      List.of("SHIPPED", "SHIPPED", "CREATED", "DELIVERED", "shipped", "");

  private static final List<String> TIMES =
      List.of(
          "2024-03-01T23:59:59.999999Z",
          "2024-03-02T00:00:00Z",
          "2024-03-02T01:00:00+05:30",
          "2024-03-02T23:30:00-08:00",
          "2024-03-03T12:00:00.5Z",
          "1969-12-31T23:59:59.999999Z");

  private static final List<String> TOTALS =
      List.of("10.00", "10.00", "0.01", "0.00", "-10.00", "9999999999999999.99");

  private GeneratedShipments() {}

  /** References may lead nowhere, and a row of no table has an id of another. */
  static Case generated(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int orders = random.nextInt(15);
    int shipments = random.nextInt(25);
    String orderForm = pick(random, ORDER_FORMS);
    String shipmentForm = pick(random, SHIPMENT_FORMS);
    return new Case(
        "generated-" + seed,
        "what no named case does",
        Map.of(
            "orders",
            lines(orders, i -> ShippedGmvCases.order(orderForm.formatted(i), pick(random, TOTALS))),
            "shipments",
            lines(
                shipments,
                i ->
                    shipment(
                        random,
                        shipmentForm.formatted(i),
                        orderForm.formatted(random.nextInt(orders + 2)))),
            "shipment_events",
            lines(
                random.nextInt(60),
                i ->
                    ShippedGmvCases.event(
                        shipmentForm.formatted(random.nextInt(shipments + 2)),
                        pick(random, TYPES),
                        pick(random, TIMES)))),
        Map.of());
  }

  private static String shipment(SplittableRandom random, String id, String order) {
    return random.nextInt(6) == 0
        ? "{\"shipment_id\":\"%s\",\"order_id\":\"%s\",\"shipped_ts\":null}".formatted(id, order)
        : ShippedGmvCases.shipment(id, order, pick(random, TIMES));
  }

  private static List<String> lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).toList();
  }

  private static <T> T pick(SplittableRandom random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
