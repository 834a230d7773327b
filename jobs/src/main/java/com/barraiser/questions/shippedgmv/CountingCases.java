package com.barraiser.questions.shippedgmv;

import static com.barraiser.questions.shippedgmv.ShippedGmvCases.event;
import static com.barraiser.questions.shippedgmv.ShippedGmvCases.of;
import static com.barraiser.questions.shippedgmv.ShippedGmvCases.order;
import static com.barraiser.questions.shippedgmv.ShippedGmvCases.shipment;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;

/** Which shipments count: shipped, with an event that says so, and of an order that exists. */
final class CountingCases {

  private static final String ONE_ORDER = "o1 10.00";
  private static final String NOON = "2024-03-01T12:00:00Z";

  private CountingCases() {}

  static List<Case> all() {
    return List.of(
        of("all-empty", "failing when there is nothing to answer", "", "", ""),
        of("no-orders", "answering with orphans", "", "s1 o1 " + NOON, "s1 SHIPPED"),
        of("no-shipments", "counting orders that never left", ONE_ORDER, "", "s1 SHIPPED"),
        of(
            "no-events",
            "counting shipments that no event confirms",
            ONE_ORDER,
            "s1 o1 " + NOON,
            ""),
        of(
            "shipped-event-without-time",
            "counting a shipment that has not been shipped yet",
            ONE_ORDER,
            "s1 o1 -",
            "s1 SHIPPED"),
        of(
            "only-other-events",
            "taking any event for the one that matters",
            ONE_ORDER,
            "s1 o1 " + NOON,
            """
            s1 CREATED
            s1 DELIVERED
            """),
        of(
            "other-spellings-of-shipped",
            "comparing event types in upper case, trimmed or by their beginning",
            """
            o1 1.00
            o2 2.00
            o3 4.00
            o4 8.00
            """,
            """
            s1 o1 2024-03-01T12:00:00Z
            s2 o2 2024-03-01T12:00:00Z
            s3 o3 2024-03-01T12:00:00Z
            s4 o4 2024-03-01T12:00:00Z
            """,
            """
            s1 shipped
            s1 Shipped
            s2 SHIPPED_LATE
            s2 UNSHIPPED
            s3 SHIPPED\\u0020
            s3 \\u0009SHIPPED
            s4 SHIPPED
            """),
        of(
            "earliest-shipment-has-no-shipped-event",
            "finding the earliest shipment first, and asking whether it counts after",
            ONE_ORDER,
            """
            s1 o1 2024-03-01T12:00:00Z
            s2 o1 2024-03-02T12:00:00Z
            """,
            """
            s1 CREATED
            s2 SHIPPED
            """),
        of(
            "one-shipment-waits",
            "giving up an order whose other shipment has no time",
            ONE_ORDER,
            """
            s1 o1 -
            s2 o1 2024-03-02T12:00:00Z
            """,
            """
            s1 SHIPPED
            s2 SHIPPED
            """),
        of(
            "time-and-event-of-different-shipments",
            "asking for a time and an event of the order instead of one shipment",
            ONE_ORDER,
            """
            s1 o1 -
            s2 o1 2024-03-02T12:00:00Z
            """,
            """
            s1 SHIPPED
            s2 CREATED
            """),
        of(
            "orphans",
            "counting shipments of no order, or confirming them by events of no shipment",
            ONE_ORDER,
            """
            s1 o2 2024-03-01T12:00:00Z
            s2 o1 2024-03-02T12:00:00Z
            s3 o2 2024-03-03T12:00:00Z
            """,
            """
            s1 SHIPPED
            s2 SHIPPED
            s3 SHIPPED
            s4 SHIPPED
            o1 SHIPPED
            """),
        of(
            "orphan-beside-an-order",
            "counting shipments of no order",
            ONE_ORDER,
            """
            s1 o1 2024-03-01T12:00:00Z
            s2 o2 2024-03-01T12:00:00Z
            """,
            """
            s1 SHIPPED
            s2 SHIPPED
            """),
        new Case(
            "rejected-rows-take-no-part",
            "letting broken rows into the answer",
            Map.of(
                "orders",
                List.of(
                    order("o1", "1.00"),
                    order("o2", "2.001"),
                    order("", "4.00"),
                    order("o3", "null")),
                "shipments",
                List.of(
                    shipment("s1", "o1", NOON),
                    shipment("s2", "o2", NOON),
                    shipment("s3", "o3", NOON),
                    shipment("s4", "o1", "2024-02-30T12:00:00Z"),
                    shipment("", "o1", "2024-02-01T12:00:00Z")),
                "shipment_events",
                List.of(
                    event("s1", "SHIPPED", NOON),
                    event("s2", "SHIPPED", NOON),
                    event("s3", "SHIPPED", NOON),
                    event("s4", "SHIPPED", NOON),
                    event("", "SHIPPED", NOON),
                    "no object")),
            Map.of()));
  }
}
