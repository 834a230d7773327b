package com.barraiser.questions.latestorder;

import static com.barraiser.questions.latestorder.LatestOrderCases.item;
import static com.barraiser.questions.latestorder.LatestOrderCases.of;
import static com.barraiser.questions.latestorder.LatestOrderCases.order;

import com.barraiser.vocabulary.Case;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** How many units an order has. */
final class ItemCases {

  private static final String ONE_ORDER = "o1 1 2024-03-01T12:00:00Z 20.00 PLACED";

  private ItemCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "several-items",
            "joining items before the ranking, or counting lines instead of units",
            ONE_ORDER,
            """
            o1 1
            o1 2
            o1 4
            """),
        of(
            "one-item-each",
            "nothing but the most careless",
            """
            o1 1 2024-03-01T12:00:00Z 20.00 PLACED
            o2 2 2024-03-01T12:00:00Z 20.00 PLACED
            """,
            """
            o1 1
            o2 1
            """),
        of(
            "items-of-earlier-orders",
            "summing the units of all orders of a customer",
            """
            o1 1 2024-03-01T12:00:00Z 20.00 PLACED
            o2 1 2024-03-02T12:00:00Z 20.00 PLACED
            o3 1 2024-03-03T12:00:00Z 20.00 CANCELED
            """,
            """
            o1 1
            o1 2
            o2 4
            o3 8
            """),
        of(
            "order-without-items",
            "losing orders without items, or giving them no number of units",
            """
            o1 1 2024-03-01T12:00:00Z 20.00 PLACED
            o2 1 2024-03-02T12:00:00Z 20.00 PLACED
            o3 2 2024-03-02T12:00:00Z 20.00 PLACED
            """,
            """
            o1 1
            o3 2
            """),
        of("no-items", "losing orders without items", ONE_ORDER, ""),
        of(
            "items-of-unknown-orders",
            "letting items without an order in",
            ONE_ORDER,
            """
            o1 1
            o2 2
            o 4
            o11 8
            O1 16
            """),
        new Case(
            "repeated-lines",
            "taking equal lines for one",
            Map.of(
                "orders", List.of(order("o1", 1, "2024-03-01T12:00:00Z", "20.00", "PLACED")),
                "order_items",
                    List.of(item("o1", "B1", 2), item("o1", "B1", 2), item("o1", "B2", 2))),
            Map.of()),
        of(
            "no-pieces-and-pieces-taken-back",
            "leaving out quantities of zero and below",
            """
            o1 1 2024-03-01T12:00:00Z 20.00 PLACED
            o2 2 2024-03-01T12:00:00Z 20.00 PLACED
            o3 3 2024-03-01T12:00:00Z 20.00 PLACED
            """,
            """
            o1 3
            o1 -1
            o1 0
            o2 0
            o3 -2
            """),
        new Case(
            "units-beyond-32-bits",
            "summing units in an INT",
            Map.of(
                "orders",
                    List.of(
                        order("o1", 1, "2024-03-01T12:00:00Z", "20.00", "PLACED"),
                        order("o2", 2, "2024-03-01T12:00:00Z", "20.00", "PLACED")),
                "order_items",
                    Collections.nCopies(3, item("o1", "B1", Integer.MAX_VALUE)).stream()
                        .flatMap(
                            line -> List.of(line, item("o2", "B2", Integer.MIN_VALUE)).stream())
                        .toList()),
            Map.of()),
        new Case(
            "any-text-as-order",
            "cleaning order ids, or finding items by less than the whole id",
            Map.of(
                "orders", GeneratedOrders.oddOrders(), "order_items", GeneratedOrders.oddItems()),
            Map.of()));
  }
}
