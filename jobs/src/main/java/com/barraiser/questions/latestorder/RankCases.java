package com.barraiser.questions.latestorder;

import static com.barraiser.questions.latestorder.LatestOrderCases.of;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;

/** Which of a customer's orders is the latest: instants, totals, ids and customers. */
final class RankCases {

  private RankCases() {}

  static List<Case> all() {
    return List.of(
        of("both-empty", "failing when there is nothing to answer", "", ""),
        of("no-orders", "answering with customers of nothing", "", "o1 2"),
        of(
            "later-order-costs-less",
            "taking the latest time and the largest total of different orders",
            """
            o9 1 2024-03-01T12:00:00Z 90.00 PLACED
            o1 1 2024-03-02T12:00:00Z 10.00 PLACED
            o2 2 2024-03-02T12:00:00Z 10.00 PLACED
            o3 2 2024-03-01T12:00:00Z 90.00 PLACED
            """,
            """
            o9 1
            o1 2
            o2 4
            o3 8
            """),
        of(
            "one-microsecond-later",
            "comparing days or seconds instead of instants, or times as DOUBLE",
            """
            o1 1 2024-03-01T12:00:00.000001Z 10.00 PLACED
            o2 1 2024-03-01T12:00:00Z 90.00 PLACED
            o3 2 2024-03-01T12:00:00.999999Z 90.00 PLACED
            o4 2 2024-03-01T12:00:01Z 10.00 PLACED
            o5 3 2024-03-01T23:00:00Z 10.00 PLACED
            o6 3 2024-03-01T01:00:00Z 90.00 PLACED
            o7 4 5000-01-01T00:00:00Z 10.00 PLACED
            o8 4 4999-12-31T23:59:59.999999Z 90.00 PLACED
            """,
            ""),
        of(
            "offsets-tell-which-is-later",
            "comparing times as text",
            """
            o1 1 2024-03-01T23:00:00+09:00 10.00 PLACED
            o2 1 2024-03-01T15:00:00Z 10.00 PLACED
            o3 2 2024-03-01T09:00:00-08:00 10.00 PLACED
            o4 2 2024-03-01T12:00:00 90.00 PLACED
            o5 3 9999-12-31T23:59:59.999999-12:00 10.00 PLACED
            o6 3 2024-03-01T12:00:00Z 90.00 PLACED
            """,
            ""),
        of(
            "before-and-after-1970",
            "losing the sign of a time",
            """
            o1 1 1969-12-31T23:59:59.999999Z 10.00 PLACED
            o2 1 1969-12-31T23:59:59.999998Z 90.00 PLACED
            o3 2 0001-01-01T00:00:00Z 90.00 PLACED
            o4 2 1960-01-01T00:00:00Z 10.00 PLACED
            o5 3 9999-12-31T23:59:59.999999Z 10.00 PLACED
            o6 3 0001-01-01T00:00:00Z 90.00 PLACED
            """,
            ""),
        of(
            "same-instant-higher-total",
            "leaving ties in time open",
            """
            o1 1 2024-03-01T12:00:00Z 20.00 PLACED
            o2 1 2024-03-01T12:00:00Z 10.00 PLACED
            o3 2 2024-03-01T12:00:00Z 10.00 PLACED
            o4 2 2024-03-01T13:00:00+01:00 20.00 PLACED
            o5 3 2024-03-01T12:00:00Z 9.00 PLACED
            o6 3 2024-03-01T12:00:00Z 10.00 PLACED
            o7 3 2024-03-01T12:00:00Z 9.99 PLACED
            """,
            """
            o1 1
            o2 2
            o3 4
            o4 8
            """),
        of(
            "same-instant-and-total-higher-id",
            "leaving ties in total open, or keeping all of them",
            """
            o1 1 2024-03-01T12:00:00Z 20.00 PLACED
            o2 1 2024-03-01T12:00:00Z 20.00 PLACED
            o4 2 2024-03-01T12:00:00Z 20.0 PLACED
            o3 2 2024-03-01T12:00:00Z 20 PLACED
            o5 3 2024-03-01T12:00:00Z 20.00 PLACED
            o7 3 2024-03-01T12:00:00Z 20.00 PLACED
            o6 3 2024-03-01T12:00:00Z 20.00 PLACED
            """,
            """
            o1 1
            o2 2
            o3 4
            o4 8
            """),
        of(
            "totals-below-zero",
            "taking the larger amount instead of the higher total",
            """
            o1 1 2024-03-01T12:00:00Z -20.00 RETURNED
            o2 1 2024-03-01T12:00:00Z -10.00 RETURNED
            o3 2 2024-03-01T12:00:00Z -0.01 RETURNED
            o4 2 2024-03-01T12:00:00Z 0.00 PLACED
            o5 3 2024-03-01T12:00:00Z -30.00 RETURNED
            """,
            ""),
        of(
            "totals-at-the-edge-of-the-type",
            "keeping totals in a DOUBLE, or packing them into too few bits",
            """
            o1 1 2024-03-01T12:00:00Z 9999999999999999.99 PLACED
            o2 1 2024-03-01T12:00:00Z 9999999999999999.98 PLACED
            o3 2 2024-03-01T12:00:00Z -9999999999999999.98 PLACED
            o4 2 2024-03-01T12:00:00Z -9999999999999999.99 PLACED
            o5 3 2024-03-01T12:00:00Z -9999999999999999.99 PLACED
            o6 3 2024-03-01T12:00:00Z 9999999999999999.99 PLACED
            """,
            ""),
        of(
            "ids-by-their-bytes",
            "comparing ids as numbers, by length or in another alphabet",
            """
            10 1 2024-03-01T12:00:00Z 20.00 PLACED
            9 1 2024-03-01T12:00:00Z 20.00 PLACED
            a 2 2024-03-01T12:00:00Z 20.00 PLACED
            B 2 2024-03-01T12:00:00Z 20.00 PLACED
            \\u00fc 3 2024-03-01T12:00:00Z 20.00 PLACED
            z 3 2024-03-01T12:00:00Z 20.00 PLACED
            \\uff5e 4 2024-03-01T12:00:00Z 20.00 PLACED
            \\ud83d\\ude00 4 2024-03-01T12:00:00Z 20.00 PLACED
            114-3941689-8772232 5 2024-03-01T12:00:00Z 20.00 PLACED
            114-3941689-87722320 5 2024-03-01T12:00:00Z 20.00 PLACED
            026-3941689-8772232 6 2024-03-01T12:00:00Z 20.00 PLACED
            26-3941689-8772232 6 2024-03-01T12:00:00Z 20.00 PLACED
            """,
            """
            9 1
            10 2
            a 4
            B 8
            \\uff5e 16
            \\ud83d\\ude00 32
            114-3941689-8772232 64
            """),
        of(
            "customers-beyond-32-bits-and-doubles",
            "keeping customers in an INT or a DOUBLE",
            """
            o1 1 2024-03-01T12:00:00Z 20.00 PLACED
            o2 4294967297 2024-03-02T12:00:00Z 20.00 PLACED
            o3 -1 2024-03-03T12:00:00Z 20.00 PLACED
            o4 9007199254740992 2024-03-01T12:00:00Z 20.00 PLACED
            o5 9007199254740993 2024-03-02T12:00:00Z 20.00 PLACED
            o6 -9223372036854775808 2024-03-01T12:00:00Z 20.00 PLACED
            o7 9223372036854775807 2024-03-02T12:00:00Z 20.00 PLACED
            o8 0 2024-03-02T12:00:00Z 20.00 PLACED
            """,
            """
            o1 1
            o2 2
            o5 4
            o6 8
            """),
        new Case(
            "one-customer-has-most-orders",
            "losing the right order among many",
            Map.of("orders", GeneratedOrders.ofOneCustomer(), "order_items", List.of()),
            Map.of()));
  }
}
