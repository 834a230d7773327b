package com.barraiser.questions.topasins;

import static com.barraiser.questions.topasins.TopAsinsCases.NOON;
import static com.barraiser.questions.topasins.TopAsinsCases.of;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.Map;

/** The inputs that tell which clicks are in the window. */
final class WindowCases {

  private WindowCases() {}

  static List<Case> edges() {
    return List.of(
        of(
            "click-exactly-at-as-of",
            "leaving out the upper edge",
            NOON,
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T12:00:00Z"}
            {"asin":"a","customer_id":2,"ts":"2024-03-02T11:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T11:59:59.999999Z"}
            {"asin":"b","customer_id":2,"ts":"2024-03-02T11:00:00Z"}
            {"asin":"b","customer_id":3,"ts":"2024-03-02T12:00:00.000001Z"}
            """),
        of(
            "click-exactly-at-the-start",
            "taking in the lower edge",
            NOON,
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-01T12:00:00Z"}
            {"asin":"a","customer_id":2,"ts":"2024-03-02T11:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-01T12:00:00.000001Z"}
            {"asin":"c","customer_id":1,"ts":"2024-03-01T11:59:59.999999Z"}
            """),
        of(
            "click-after-as-of",
            "forgetting the upper edge, or taking the latest click for the instant asked for",
            NOON,
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T12:00:00.000001Z"}
            {"asin":"a","customer_id":2,"ts":"2024-03-09T00:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T09:00:00Z"}
            """),
        of(
            "all-clicks-are-too-old",
            "answering from outside the window rather than with nothing",
            Map.of("as-of", "2030-01-01T00:00:00Z"),
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T12:00:00Z"}
            """));
  }

  static List<Case> lengths() {
    return List.of(
        of(
            "as-of-is-the-latest-click",
            "ending the window now, or at midnight",
            Map.of(),
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T06:00:00Z"}
            {"asin":"a","customer_id":2,"ts":"2024-03-01T06:00:00Z"}
            {"asin":"b","customer_id":3,"ts":"2024-03-01T23:00:00Z"}
            {"asin":"b","customer_id":4,"ts":"2024-03-01T06:00:00.000001Z"}
            {"asin":"c","customer_id":5,"ts":"2024-02-29T23:00:00Z"}
            """),
        of(
            "hours-of-two-calendar-days",
            "taking the calendar day for the last 24 hours",
            Map.of("as-of", "2024-03-02T01:00:00Z"),
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T00:30:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-01T22:00:00Z"}
            {"asin":"b","customer_id":2,"ts":"2024-03-01T02:00:00Z"}
            {"asin":"c","customer_id":1,"ts":"2024-03-01T00:30:00Z"}
            """),
        of(
            "window-of-36-hours",
            "assuming 24 hours",
            Map.of("as-of", "2024-03-02T12:00:00Z", "window", "36h"),
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T11:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-01T00:00:00.000001Z"}
            {"asin":"b","customer_id":2,"ts":"2024-03-01T11:00:00Z"}
            {"asin":"c","customer_id":1,"ts":"2024-03-01T00:00:00Z"}
            """),
        of(
            "window-of-90-minutes",
            "counting in whole hours or days, or from whole seconds",
            Map.of("as-of", "2024-03-02T12:00:00.5Z", "window", "90m"),
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T11:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"2024-03-02T10:30:00.500001Z"}
            {"asin":"b","customer_id":2,"ts":"2024-03-02T12:00:00.5Z"}
            {"asin":"c","customer_id":1,"ts":"2024-03-02T10:30:00.5Z"}
            """),
        of(
            "window-longer-than-the-calendar",
            "failing or turning round where the window begins before year 1",
            Map.of("as-of", "2024-03-02T12:00:00Z", "window", "3652425d"),
            """
            {"asin":"a","customer_id":1,"ts":"2024-03-02T11:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"0001-01-01T00:00:00Z"}
            {"asin":"b","customer_id":2,"ts":"1969-12-31T23:59:59.999999Z"}
            """),
        of(
            "as-of-in-year-1",
            "failing at the first edge of the calendar",
            Map.of("as-of", "0001-01-01T00:00:00Z", "window", "3652425d"),
            """
            {"asin":"a","customer_id":1,"ts":"0001-01-01T00:00:00Z"}
            {"asin":"b","customer_id":1,"ts":"0001-01-01T00:00:00.000001Z"}
            """));
  }
}
