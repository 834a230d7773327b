package com.barraiser.questions.conversion7d;

import static com.barraiser.questions.conversion7d.Conversion7dCases.line;
import static com.barraiser.questions.conversion7d.Conversion7dCases.of;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;

/** Whose orders count for a session: customers and marketplaces. */
final class KeyCases {

  private KeyCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "other-marketplace",
            "joining by customer alone",
            """
            1 US 2024-03-01T12:00:00Z
            2 DE 2024-03-01T12:00:00Z
            """,
            """
            1 DE 2024-03-01T13:00:00Z
            2 DE 2024-03-01T13:00:00Z
            """),
        of(
            "other-customer",
            "joining by marketplace alone",
            """
            1 US 2024-03-01T12:00:00Z
            -1 US 2024-03-01T12:00:00Z
            2 US 2024-03-01T12:00:00Z
            """,
            "2 US 2024-03-01T13:00:00Z"),
        of(
            "ids-beyond-32-bits-and-doubles",
            "keeping customers in an INT or a DOUBLE",
            """
            4294967297 US 2024-03-01T12:00:00Z
            -4294967295 US 2024-03-01T12:00:00Z
            9007199254740993 US 2024-03-01T12:00:00Z
            -9007199254740993 US 2024-03-01T12:00:00Z
            9223372036854775807 US 2024-03-01T12:00:00Z
            -9223372036854775808 US 2024-03-01T12:00:00Z
            """,
            """
            1 US 2024-03-01T13:00:00Z
            9007199254740992 US 2024-03-01T13:00:00Z
            -9007199254740992 US 2024-03-01T13:00:00Z
            9223372036854775806 US 2024-03-01T13:00:00Z
            -9223372036854775808 US 2024-03-01T13:00:00Z
            """),
        of(
            "sessions-far-from-all-orders",
            "packing ids and times that no order has into those of one that has",
            """
            99 US 2024-03-01T12:00:00Z
            101 UK 2024-03-01T12:00:00Z
            103 DE 2024-03-01T12:00:00Z
            104 DE 2024-03-01T12:00:00Z
            -9223372036854775808 DE 2024-03-01T12:00:00Z
            9223372036854775807 US 2024-03-01T12:00:00Z
            102 FR 2024-03-01T12:00:00Z
            101 US 2024-02-15T12:00:00Z
            102 US 2024-02-22T12:00:00Z
            101 US 2024-03-20T12:00:00Z
            102 DE 9999-12-31T12:00:00Z
            102 DE 0001-01-01T12:00:00Z
            """,
            """
            100 US 2024-03-01T13:00:00Z
            101 DE 2024-03-01T13:00:00Z
            102 US 2024-03-08T13:00:00Z
            103 US 2024-03-01T13:00:00Z
            """),
        new Case(
            "any-text-as-marketplace",
            "cleaning marketplaces, or gluing them to customers",
            Map.of(
                "sessions", GeneratedSessions.oddMarketplaces("session", 0),
                "orders", GeneratedSessions.oddMarketplaces("order", 2)),
            Map.of()),
        new Case(
            "order-id-at-two-times",
            "taking the id of an order for unique",
            Map.of(
                "sessions",
                List.of(
                    line("session", "s", 1, "US", "2024-03-01T12:00:00Z"),
                    line("session", "t", 2, "US", "2024-03-01T12:00:00Z")),
                "orders",
                List.of(
                    line("order", "o", 1, "US", "2024-02-01T12:00:00Z"),
                    line("order", "o", 1, "US", "2024-03-01T13:00:00Z"),
                    line("order", "p", 2, "US", "2024-03-01T13:00:00Z"),
                    line("order", "p", 2, "US", "2024-04-01T12:00:00Z"))),
            Map.of()),
        new Case(
            "many-marketplaces",
            "packing marketplaces into too few bits",
            Map.of(
                "sessions", GeneratedSessions.manyMarketplaces("session", 60),
                "orders", GeneratedSessions.manyMarketplaces("order", 40)),
            Map.of()),
        new Case(
            "one-customer-has-most-orders",
            "losing the right order among many",
            Map.of(
                "sessions", GeneratedSessions.hotCustomer("session", 0),
                "orders", GeneratedSessions.hotCustomer("order", 7)),
            Map.of("window", "1h")),
        new Case(
            "rejected-rows-take-no-part",
            "letting broken rows into the answer",
            Map.of(
                "sessions",
                List.of(
                    line("session", "a", 1, "US", "2024-03-01T12:00:00Z"),
                    line("session", "b", 1, "US", "2024-13-01T12:00:00Z"),
                    line("session", "", 1, "US", "2024-03-01T12:00:00Z"),
                    "{\"session_id\":\"c\",\"marketplace_id\":\"US\",\"session_ts\":\"2024-03-01T12:00:00Z\"}"),
                "orders",
                List.of(
                    line("order", "", 1, "US", "2024-03-01T13:00:00Z"),
                    line("order", "a", 1, "US", "2024-03-01T25:00:00Z"),
                    "no object")),
            Map.of()));
  }
}
