package com.barraiser.questions.shippedgmv;

import static com.barraiser.questions.shippedgmv.ShippedGmvCases.of;

import com.barraiser.vocabulary.Case;
import java.util.List;

/** The day on which an order counts. */
final class DayCases {

  private DayCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "event-on-another-day",
            "taking the day from the event",
            "o1 10.00",
            "s1 o1 2024-03-02T12:00:00Z",
            """
            s1 SHIPPED 2024-03-03T00:00:00Z
            s1 SHIPPED 2024-03-01T00:00:00Z
            """),
        of(
            "event-before-its-shipment",
            "asking that an event comes after the shipment's time",
            "o1 10.00",
            "s1 o1 2024-03-02T12:00:00Z",
            "s1 SHIPPED 2024-03-02T11:59:59Z"),
        of(
            "shipped-before-it-was-ordered",
            "asking that a shipment comes after its order",
            "o1 10.00",
            "s1 o1 2024-01-01T00:00:00Z",
            "s1 SHIPPED"),
        of(
            "day-edge-is-utc",
            "taking the day from the text or from another time zone",
            """
            o1 1.00
            o2 2.00
            o3 4.00
            o4 8.00
            """,
            """
            s1 o1 2024-03-01T23:59:59.999999Z
            s2 o2 2024-03-02T00:00:00Z
            s3 o3 2024-03-02T01:00:00+05:30
            s4 o4 2024-03-01T20:00:00-08:00
            """,
            """
            s1 SHIPPED
            s2 SHIPPED
            s3 SHIPPED
            s4 SHIPPED
            """),
        of(
            "a-microsecond-earlier",
            "comparing shipments by seconds or days",
            "o1 10.00",
            """
            s1 o1 2024-03-02T00:00:00Z
            s2 o1 2024-03-01T23:59:59.999999Z
            """,
            """
            s1 SHIPPED
            s2 SHIPPED
            """),
        of(
            "before-1970",
            "rounding towards 1970, or comparing times as text",
            """
            o1 1.00
            o2 2.00
            o3 4.00
            """,
            """
            s1 o1 1969-12-31T23:59:59.999999Z
            s2 o2 1970-01-01T00:00:00Z
            s3 o3 1969-12-31T00:00:00Z
            s4 o3 1970-01-01T00:00:00Z
            """,
            """
            s1 SHIPPED
            s2 SHIPPED
            s3 SHIPPED
            s4 SHIPPED
            """),
        of(
            "edges-of-the-calendar",
            "keeping times in too few bits, or comparing them as DOUBLE",
            """
            o1 1.00
            o2 2.00
            o3 4.00
            o4 8.00
            """,
            """
            s1 o1 0001-01-01T00:00:00Z
            s2 o2 9999-12-31T23:59:59.999999Z
            s3 o3 9999-12-31T23:59:59.999999Z
            s4 o3 0001-01-02T00:00:00Z
            s5 o4 9999-12-31T00:00:00Z
            s6 o4 9999-12-30T23:59:59.999999Z
            """,
            """
            s1 SHIPPED
            s2 SHIPPED
            s3 SHIPPED
            s4 SHIPPED
            s5 SHIPPED
            s6 SHIPPED
            """));
  }
}
