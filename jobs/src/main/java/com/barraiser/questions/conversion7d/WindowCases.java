package com.barraiser.questions.conversion7d;

import static com.barraiser.questions.conversion7d.Conversion7dCases.of;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;

/** Which orders count for a session: instants and windows. */
final class WindowCases {

  private WindowCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "order-at-the-very-instant",
            "starting the window after the session",
            "1 US 2024-03-01T12:00:00Z",
            "1 US 2024-03-01T13:00:00+01:00"),
        of(
            "exactly-seven-days-later",
            "ending the window with its last instant instead of before it",
            "1 US 2024-03-01T12:00:00.000001Z",
            "1 US 2024-03-08T12:00:00.000001Z"),
        of(
            "one-microsecond-before-the-end",
            "comparing days or seconds instead of instants",
            """
            1 US 2024-03-01T12:00:00.000001Z
            2 US 2024-03-02T00:00:00Z
            """,
            """
            1 US 2024-03-08T12:00:00Z
            2 US 2024-03-08T23:59:59.999999Z
            """),
        of(
            "order-before-the-session",
            "counting orders that the session cannot have led to, or comparing times as DOUBLE",
            """
            1 US 2024-03-02T00:00:00Z
            2 US 2024-03-02T00:00:00Z
            3 US 2024-03-02T12:00:00Z
            4 US 5000-01-01T00:00:00Z
            """,
            """
            1 US 2024-03-01T23:59:59.999999Z
            2 US 2024-02-20T00:00:00Z
            3 US 2024-03-02T11:00:00Z
            4 US 4999-12-31T23:59:59.999999Z
            """),
        of(
            "one-order-converts-many-sessions",
            "giving an order to one session only",
            """
            1 US 2024-03-01T12:00:00Z
            1 US 2024-03-01T12:00:00Z
            1 US 2024-03-01T15:00:00Z
            1 US 2024-03-06T12:00:00Z
            1 US 2024-03-08T12:00:01Z
            """,
            "1 US 2024-03-08T12:00:00Z"),
        of(
            "many-orders-convert-a-session-once",
            "counting pairs of session and order",
            """
            1 US 2024-03-01T12:00:00Z
            2 US 2024-03-01T12:00:00Z
            """,
            """
            1 US 2024-03-01T13:00:00Z
            1 US 2024-03-02T13:00:00Z
            1 US 2024-03-07T13:00:00Z
            """),
        of(
            "repeated-orders",
            "counting a session for each copy of an order",
            """
            1 US 2024-03-01T12:00:00Z
            2 US 2024-03-02T12:00:00Z
            """,
            """
            1 US 2024-03-01T13:00:00Z
            1 US 2024-03-01T13:00:00Z
            1 US 2024-03-01T13:00:00Z
            """),
        of(
            "the-order-in-the-middle",
            "looking at a customer's first or last order only",
            "1 US 2024-03-05T12:00:00Z",
            """
            1 US 2024-03-04T12:00:00Z
            1 US 2024-03-06T12:00:00Z
            1 US 2024-03-20T12:00:00Z
            """),
        of(
            "around-but-not-inside",
            "comparing with the nearest orders without their sides",
            "1 US 2024-03-05T12:00:00Z",
            """
            1 US 2024-03-05T11:59:59Z
            1 US 2024-03-12T12:00:00Z
            """),
        of(
            "window-of-36-hours",
            "taking the window for seven days whatever was asked",
            """
            1 US 2024-03-01T12:00:00Z
            2 US 2024-03-01T12:00:00Z
            3 US 2024-03-02T12:00:00Z
            """,
            """
            1 US 2024-03-02T23:59:59.999999Z
            2 US 2024-03-03T00:00:00Z
            3 US 2024-03-07T12:00:00Z
            """,
            Map.of("window", "36h", "as-of", "2024-03-03T12:00:00Z")),
        of(
            "window-of-one-second",
            "counting in days or hours",
            """
            1 US 2024-03-01T12:00:00.5Z
            2 US 2024-03-01T12:00:00.5Z
            3 US 1969-12-31T23:59:59.5Z
            """,
            """
            1 US 2024-03-01T12:00:01.499999Z
            2 US 2024-03-01T12:00:01.5Z
            3 US 1970-01-01T00:00:00.25Z
            """,
            Map.of("window", "1s")),
        of(
            "widest-window",
            "adding a window to a time without room for the sum",
            """
            1 US 0001-01-01T00:00:00Z
            2 US 9999-12-31T23:59:59.999999Z
            3 US 9999-12-31T23:59:59.999999Z
            """,
            """
            1 US 9999-12-31T23:59:59.999999Z
            2 US 0001-01-01T00:00:00Z
            """,
            Map.of("window", "3652425d")),
        of(
            "before-1970",
            "rounding towards 1970 where time is cut into pieces",
            """
            1 US 1969-12-30T00:00:00Z
            2 US 1969-12-20T00:00:00Z
            3 US 1969-12-31T23:59:59.999999Z
            4 US 1875-01-01T00:00:00Z
            5 US 1969-12-26T00:00:00Z
            """,
            """
            1 US 1970-01-02T00:00:00Z
            2 US 1969-12-26T00:00:00Z
            3 US 1970-01-07T00:00:00Z
            4 US 1875-01-07T23:59:59Z
            5 US 1970-01-03T00:00:00Z
            """),
        of(
            "edges-of-the-calendar",
            "cutting all of time into too few pieces",
            """
            1 US 0001-01-01T00:00:00Z
            2 US 9999-12-31T23:59:59.999999Z
            3 US 9999-12-31T00:00:00Z
            """,
            """
            1 US 0001-01-07T23:59:59.999999Z
            2 US 9999-12-31T23:59:59.999999Z
            3 US 0001-01-01T00:00:00Z
            """),
        of(
            "across-a-thursday-midnight",
            "finding only orders of the session's own week",
            """
            1 US 2024-03-06T23:59:59.999999Z
            2 US 2024-03-06T23:59:59.999999Z
            3 US 2024-03-04T00:00:00Z
            4 US 2024-03-04T00:00:00Z
            """,
            """
            1 US 2024-03-07T00:00:00Z
            2 US 2024-03-13T23:59:59.999999Z
            3 US 2024-03-10T23:00:00Z
            3 US 2024-03-07T01:00:00Z
            4 US 2024-03-11T00:00:00Z
            """));
  }
}
