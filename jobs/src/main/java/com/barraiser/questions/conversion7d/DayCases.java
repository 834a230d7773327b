package com.barraiser.questions.conversion7d;

import static com.barraiser.questions.conversion7d.Conversion7dCases.of;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;

/** What a day adds up to: days, rolling weeks and completeness. */
final class DayCases {

  private DayCases() {}

  static List<Case> all() {
    return List.of(
        of("both-empty", "failing when there is nothing to answer", "", ""),
        of("no-sessions", "answering with days of orders", "", "1 US 2024-03-01T12:00:00Z"),
        of(
            "no-orders",
            "losing sessions that nothing follows, or taking 1970 for the latest time of no orders",
            """
            1 US 1950-03-01T12:00:00Z
            2 US 1950-03-09T12:00:00Z
            1 DE 1950-03-02T12:00:00Z
            """,
            ""),
        of(
            "days-that-nobody-orders-after",
            "losing sessions that nothing follows",
            """
            1 US 2024-03-01T12:00:00Z
            2 US 2024-03-01T12:00:00Z
            2 US 2024-03-02T12:00:00Z
            3 DE 2024-03-02T12:00:00Z
            """,
            "1 US 2024-03-01T13:00:00Z"),
        of(
            "day-edge-is-utc",
            "taking the day from the text or from another time zone",
            """
            1 US 2024-03-01T23:59:59.999999Z
            2 US 2024-03-02T00:00:00Z
            3 US 2024-03-02T01:00:00+05:30
            4 US 2024-03-01T20:00:00-08:00
            5 US 1969-12-31T23:59:59.999999Z
            6 US 1970-01-01T00:00:00Z
            """,
            "3 US 2024-03-02T01:00:00+05:30"),
        of(
            "gap-of-days",
            "rolling over seven rows instead of seven days",
            """
            1 US 2024-03-01T12:00:00Z
            2 US 2024-03-02T12:00:00Z
            3 US 2024-03-10T12:00:00Z
            4 US 2024-03-12T12:00:00Z
            1 DE 2024-03-11T12:00:00Z
            """,
            """
            1 US 2024-03-01T13:00:00Z
            3 US 2024-03-10T13:00:00Z
            """),
        of(
            "day-seven-and-day-eight",
            "rolling over six or eight days",
            """
            1 US 2024-02-26T12:00:00Z
            2 US 2024-03-03T12:00:00Z
            3 US 2024-03-04T12:00:00Z
            4 US 2024-03-04T13:00:00Z
            """,
            """
            1 US 2024-02-26T13:00:00Z
            4 US 2024-03-04T13:00:00Z
            """),
        of(
            "busy-and-quiet-days",
            "averaging the rates of days of unlike size",
            """
            1 US 2024-03-01T10:00:00Z
            2 US 2024-03-01T11:00:00Z
            3 US 2024-03-01T12:00:00Z
            4 US 2024-03-02T12:00:00Z
            """,
            "4 US 2024-03-02T12:00:00Z"),
        of(
            "complete-at-the-edge",
            "counting a day as complete before its last session has had its window",
            """
            1 US 2024-03-01T00:00:00Z
            1 US 2024-03-02T00:00:00Z
            1 US 2024-02-29T23:59:59Z
            """,
            "9 US 2024-04-01T00:00:00Z",
            Map.of("as-of", "2024-03-09T00:00:00Z")),
        of(
            "incomplete-by-a-microsecond",
            "comparing dates where instants decide, or today's date",
            """
            1 US 2024-03-01T00:00:00Z
            1 US 2024-02-29T12:00:00Z
            """,
            "9 US 2024-04-01T00:00:00Z",
            Map.of("as-of", "2024-03-08T23:59:59.999999Z")),
        of(
            "rows-after-as-of",
            "leaving out sessions or orders after the instant by which days are complete",
            """
            1 US 2024-03-01T12:00:00Z
            2 US 2024-03-03T12:00:00Z
            """,
            "1 US 2024-03-04T12:00:00Z",
            Map.of("as-of", "2024-03-02T00:00:00Z")),
        of(
            "as-of-is-the-latest-time-of-either-table",
            "looking for the latest time in one table only",
            """
            1 US 2024-03-01T12:00:00Z
            2 US 2024-03-03T12:00:00Z
            """,
            "9 US 2024-03-09T00:00:00Z"),
        of(
            "latest-time-is-a-session",
            "looking for the latest time in one table only",
            """
            1 US 2024-03-01T12:00:00Z
            2 US 2024-03-09T00:00:00Z
            """,
            "1 US 2024-03-02T00:00:00Z"));
  }
}
