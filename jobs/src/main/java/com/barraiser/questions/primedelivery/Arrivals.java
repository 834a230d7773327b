package com.barraiser.questions.primedelivery;

import com.barraiser.vocabulary.warehouse.Batch;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes batches from rows as short as they can be. */
final class Arrivals {

  private static final String SHORT_TIME = "[0-9]{2}T[0-9]{2}:[0-9]{2}";

  private Arrivals() {}

  /**
   * A batch.
   *
   * @param changes a line each: customer, address, region, when it holds and when it was recorded;
   *     of {@code a/b} the address is {@code a}, in the city of {@code b}, and {@code north/west}
   *     is in the north, but prime or not as the west is
   * @param deliveries a line each: delivery, customer, when it was promised, delivered and recorded
   */
  static Batch batch(String changes, String deliveries) {
    return new Batch(
        Map.of(
            "address_changes",
            cells(changes).map(row -> change(row[0], row[1], row[2], row[3], row[4])).toList(),
            "delivery_events",
            cells(deliveries)
                .map(row -> delivery(row[0], row[1], row[2], row[3], row[4]))
                .toList()),
        Map.of());
  }

  private static Stream<String[]> cells(String rows) {
    return rows.lines().map(line -> line.trim().split(" +"));
  }

  /** One line of JSON for a change; the city follows from the address, prime from the region. */
  static String change(
      String customer, String address, String region, String effective, String recorded) {
    return """
        {"customer_id":%s,"address_id":"%s","city":"city of %s","region":"%s","is_prime":%s,\
        "effective_at":"%s","recorded_at":"%s"}"""
        .formatted(
            customer,
            first(address),
            last(address),
            first(region),
            !last(region).equals("west"),
            time(effective),
            time(recorded));
  }

  private static String first(String cell) {
    return cell.split("/", 2)[0];
  }

  private static String last(String cell) {
    return cell.substring(cell.indexOf('/') + 1);
  }

  /** One line of JSON for a delivery. */
  static String delivery(
      String delivery, String customer, String promised, String delivered, String recorded) {
    return """
        {"delivery_id":"%s","customer_id":%s,"promised_at":"%s","delivered_at":"%s",\
        "recorded_at":"%s"}"""
        .formatted(delivery, customer, time(promised), time(delivered), time(recorded));
  }

  /** {@code 05T08:00} is in March 2024. */
  static String time(String text) {
    return text.matches(SHORT_TIME) ? "2024-03-%s:00Z".formatted(text) : text;
  }

  /** The batches in their order. */
  static List<Batch> batches(Batch... batches) {
    return List.of(batches);
  }
}
