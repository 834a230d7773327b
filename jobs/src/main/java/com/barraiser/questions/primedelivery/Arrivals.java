package com.barraiser.questions.primedelivery;

import static com.barraiser.vocabulary.warehouse.ShortRows.first;
import static com.barraiser.vocabulary.warehouse.ShortRows.last;
import static com.barraiser.vocabulary.warehouse.ShortRows.lines;
import static com.barraiser.vocabulary.warehouse.ShortRows.time;

import com.barraiser.vocabulary.warehouse.Batch;
import java.util.List;
import java.util.Map;

/** Writes batches from rows as short as they can be. */
final class Arrivals {

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
                lines(changes, row -> change(row[0], row[1], row[2], row[3], row[4])),
            "delivery_events",
                lines(deliveries, row -> delivery(row[0], row[1], row[2], row[3], row[4]))),
        Map.of());
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

  /** One line of JSON for a delivery. */
  static String delivery(
      String delivery, String customer, String promised, String delivered, String recorded) {
    return """
        {"delivery_id":"%s","customer_id":%s,"promised_at":"%s","delivered_at":"%s",\
        "recorded_at":"%s"}"""
        .formatted(delivery, customer, time(promised), time(delivered), time(recorded));
  }

  /** The batches in their order. */
  static List<Batch> batches(Batch... batches) {
    return List.of(batches);
  }
}
