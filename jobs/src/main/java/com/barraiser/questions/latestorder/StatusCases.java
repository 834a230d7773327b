package com.barraiser.questions.latestorder;

import static com.barraiser.questions.latestorder.LatestOrderCases.item;
import static com.barraiser.questions.latestorder.LatestOrderCases.of;
import static com.barraiser.questions.latestorder.LatestOrderCases.order;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;

/** Which orders take part. */
final class StatusCases {

  private StatusCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "latest-is-canceled",
            "ranking before canceled orders are left out",
            """
            o1 1 2024-03-01T12:00:00Z 20.00 DELIVERED
            o2 1 2024-03-02T12:00:00Z 20.00 CANCELED
            o3 2 2024-03-01T12:00:00Z 20.00 PLACED
            o4 2 2024-03-01T12:00:00Z 30.00 CANCELED
            o5 3 2024-03-01T12:00:00Z 20.00 PLACED
            o6 3 2024-03-01T12:00:00Z 20.00 CANCELED
            """,
            """
            o1 1
            o2 2
            o3 4
            o4 8
            """),
        of(
            "only-canceled",
            "answering for customers without such an order",
            """
            o1 1 2024-03-01T12:00:00Z 20.00 CANCELED
            o2 1 2024-03-02T12:00:00Z 20.00 CANCELED
            o3 2 2024-03-01T12:00:00Z 20.00 PLACED
            """,
            """
            o1 1
            o3 2
            """),
        of(
            "nothing-but-canceled",
            "failing when no order takes part",
            "o1 1 2024-03-01T12:00:00Z 20.00 CANCELED",
            "o1 1"),
        of(
            "like-canceled-but-not-it",
            "comparing statuses without regard to case or spelling",
            """
            o1 1 2024-03-02T12:00:00Z 20.00 canceled
            o2 1 2024-03-01T12:00:00Z 20.00 PLACED
            o3 2 2024-03-02T12:00:00Z 20.00 CANCELLED
            o4 2 2024-03-01T12:00:00Z 20.00 PLACED
            o5 3 2024-03-02T12:00:00Z 20.00 Canceled
            o6 4 2024-03-02T12:00:00Z 20.00 NOT_CANCELED
            """,
            """
            o1 1
            o3 2
            o5 4
            """),
        new Case(
            "empty-and-padded-statuses",
            "trimming statuses, or leaving out rows with an empty one",
            Map.of(
                "orders",
                List.of(
                    order("o1", 1, "2024-03-01T12:00:00Z", "20.00", ""),
                    order("o2", 2, "2024-03-02T12:00:00Z", "20.00", " CANCELED"),
                    order("o3", 2, "2024-03-01T12:00:00Z", "20.00", "PLACED"),
                    order("o4", 3, "2024-03-02T12:00:00Z", "20.00", "CANCELED "),
                    order("o5", 3, "2024-03-01T12:00:00Z", "20.00", "PLACED")),
                "order_items",
                List.of(item("o1", "B1", 3))),
            Map.of()),
        new Case(
            "rejected-rows-take-no-part",
            "letting broken rows into the answer",
            Map.of(
                "orders",
                List.of(
                    order("o1", 1, "2024-03-01T12:00:00Z", "20.00", "PLACED"),
                    order("o2", 1, "2024-13-01T12:00:00Z", "20.00", "PLACED"),
                    order("o3", 1, "2024-03-02T12:00:00Z", "20.001", "PLACED"),
                    order("o4", 1, "2024-03-02T12:00:00Z", "10000000000000000.00", "PLACED"),
                    order("", 1, "2024-03-02T12:00:00Z", "20.00", "PLACED"),
                    "{\"order_id\":\"o5\",\"customer_id\":1,\"order_ts\":\"2024-03-02T12:00:00Z\",\"order_total\":20.00}",
                    "no object"),
                "order_items",
                List.of(
                    item("o1", "B1", 3),
                    item("o1", "B2", 2147483648L),
                    item("o1", "B3", 1.5),
                    item("o1", "", 1),
                    item("o1", "B4", null),
                    "no object")),
            Map.of()));
  }
}
