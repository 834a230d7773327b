package com.barraiser.questions.shippedgmv;

import static com.barraiser.questions.shippedgmv.ShippedGmvCases.of;

import com.barraiser.vocabulary.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ids are any text, compared as it stands. */
final class IdCases {

  private static final List<String> ODD_IDS =
      List.of(
          "A",
          "a",
          " a",
          "a ",
          "\\u0009a",
          "\\u00e9",
          "e\\u0301",
          "1",
          "01",
          "1.0",
          "1e0",
          "+1",
          "null",
          "a,\\\"b\\\"",
          "114-3941689-8772232",
          "114-3941689-877223",
          "0114-3941689-8772232",
          "TBA000387420489",
          "TBA00387420489",
          "tba000387420489",
          "\\ud83d\\ude00",
          "\\uffee");

  private IdCases() {}

  static List<Case> all() {
    return List.of(
        new Case(
            "any-text-as-id",
            "cleaning ids, or reading them as numbers",
            Map.of("orders", orders(), "shipments", shipments(), "shipment_events", events()),
            Map.of()),
        of(
            "shipments-named-like-orders",
            "taking an id of one table for that of another",
            """
            a 1.00
            b 2.00
            c 4.00
            """,
            """
            a b 2024-03-01T12:00:00Z
            b a 2024-03-02T12:00:00Z
            c b 2024-03-03T12:00:00Z
            """,
            """
            a CREATED
            b SHIPPED
            c SHIPPED
            """));
  }

  /** Each total is a power of two, so that a sum tells which orders are in it. */
  private static List<String> orders() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ODD_IDS.size(); i += 2) {
      lines.add(ShippedGmvCases.order(ODD_IDS.get(i), (1 << i) + ".00"));
    }
    return lines;
  }

  private static List<String> shipments() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ODD_IDS.size(); i++) {
      String order = ODD_IDS.get((i + 5) % ODD_IDS.size());
      lines.add(ShippedGmvCases.shipment(ODD_IDS.get(i), order, "2024-03-01T12:00:00Z"));
    }
    return lines;
  }

  private static List<String> events() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ODD_IDS.size(); i += 3) {
      lines.add(ShippedGmvCases.event(ODD_IDS.get(i), "SHIPPED", "2024-03-01T12:00:00Z"));
    }
    return lines;
  }
}
