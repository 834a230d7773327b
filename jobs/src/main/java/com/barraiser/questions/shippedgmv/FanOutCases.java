package com.barraiser.questions.shippedgmv;

import static com.barraiser.questions.shippedgmv.ShippedGmvCases.of;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An order counts once, however many rows there are about it. */
final class FanOutCases {

  private FanOutCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "repeated-event",
            "counting an order for each of its events",
            "o1 10.00",
            "s1 o1 2024-03-01T12:00:00Z",
            """
            s1 SHIPPED
            s1 SHIPPED
            s1 SHIPPED 2024-03-02T12:00:00Z
            """),
        of(
            "two-shipments-on-a-day",
            "counting an order for each of its shipments",
            "o1 10.00",
            """
            s1 o1 2024-03-01T12:00:00Z
            s2 o1 2024-03-01T15:00:00Z
            """,
            """
            s1 SHIPPED
            s2 SHIPPED
            """),
        of(
            "two-shipments-at-an-instant",
            "ranking shipments so that ties count twice",
            "o1 10.00",
            """
            s1 o1 2024-03-01T12:00:00Z
            s2 o1 2024-03-01T12:00:00Z
            """,
            """
            s1 SHIPPED
            s2 SHIPPED
            """),
        of(
            "shipments-on-two-days",
            "counting an order on each day that it ships",
            "o1 10.00",
            """
            s1 o1 2024-03-03T12:00:00Z
            s2 o1 2024-03-01T12:00:00Z
            s3 o1 2024-03-02T12:00:00Z
            """,
            """
            s1 SHIPPED
            s2 SHIPPED
            s3 SHIPPED
            """),
        of(
            "two-orders-of-the-same-total",
            "repairing fan-out with a sum of distinct totals",
            """
            o1 10.00
            o2 10.00
            o3 10.01
            """,
            """
            s1 o1 2024-03-01T12:00:00Z
            s2 o2 2024-03-01T12:00:00Z
            s3 o3 2024-03-01T12:00:00Z
            """,
            """
            s1 SHIPPED
            s2 SHIPPED
            s3 SHIPPED
            """),
        of(
            "two-shipments-of-several-events",
            "dividing a multiplied sum by the wrong count",
            """
            o1 10.00
            o2 7.00
            """,
            """
            s1 o1 2024-03-01T12:00:00Z
            s2 o1 2024-03-01T13:00:00Z
            s3 o2 2024-03-01T14:00:00Z
            """,
            """
            s1 CREATED
            s1 SHIPPED
            s1 DELIVERED
            s2 SHIPPED
            s3 SHIPPED
            s3 SHIPPED
            """),
        manyShipmentsOfOneOrder());
  }

  /** Every third shipment counts, and the earliest of all does not. */
  private static Case manyShipmentsOfOneOrder() {
    return new Case(
        "many-shipments-of-one-order",
        "losing the earliest among many",
        Map.of(
            "orders",
            List.of(ShippedGmvCases.order("o1", "12.34"), ShippedGmvCases.order("o2", "0.01")),
            "shipments",
            IntStream.range(0, 600)
                .mapToObj(i -> ShippedGmvCases.shipment("s" + i, i == 77 ? "o2" : "o1", time(i)))
                .toList(),
            "shipment_events",
            IntStream.range(0, 1_200)
                .mapToObj(i -> i / 2)
                .map(i -> ShippedGmvCases.event("s" + i, i % 3 == 2 ? "SHIPPED" : "LOST", time(i)))
                .toList()),
        Map.of());
  }

  private static String time(int i) {
    return "2024-%02d-%02dT12:00:00Z".formatted(1 + i * 7 % 12, 1 + i * 11 % 28);
  }
}
