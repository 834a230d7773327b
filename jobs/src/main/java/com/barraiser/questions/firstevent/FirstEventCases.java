package com.barraiser.questions.firstevent;

import static com.barraiser.datasets.tables.OrderEvents.TABLE;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.Case;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The inputs that tell a right answer from a wrong one. */
final class FirstEventCases {

  static final Case EXAMPLE =
      of(
          "worked-example",
          "not having read the statement",
          """
          {"order_id":"114-3941689-8772232","event_time":"2024-03-01T10:15:30Z","status":"SHIPPED"}
          {"order_id":"114-3941689-8772232","event_time":"2024-03-01T09:00:00+00:00","status":"PLACED"}
          {"order_id":"113-0000001-1234567","event_time":"2024-03-01T06:30:00+05:30","status":"PLACED","gift":true}
          {"order_id":"113-0000001-1234567","event_time":"2024-03-01T01:00:00","status":"CONFIRMED"}
          """);

  static final List<Tuple> EXAMPLE_ANSWER =
      List.of(
          row("113-0000001-1234567", "2024-03-01T01:00:00Z", "CONFIRMED", null),
          row("114-3941689-8772232", "2024-03-01T09:00:00Z", "PLACED", null));

  private FirstEventCases() {}

  static List<Case> all() {
    return List.of(
        EXAMPLE,
        of("empty-table", "failing when there is nothing to answer", ""),
        of(
            "later-row-is-earlier",
            "trusting that the file is sorted",
            """
            {"order_id":"a","event_time":"2024-03-02T00:00:00Z","status":"SHIPPED"}
            {"order_id":"b","event_time":"2024-03-02T00:00:00Z","status":"SHIPPED"}
            {"order_id":"a","event_time":"2024-03-01T00:00:00Z","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-03T00:00:00Z","status":"DELIVERED"}
            """),
        of(
            "latest-comes-first",
            "keeping the last row of each order",
            """
            {"order_id":"a","event_time":"2024-03-01T00:00:00Z","status":"PLACED"}
            {"order_id":"a","event_time":"2024-03-02T00:00:00Z","status":"SHIPPED"}
            """),
        of(
            "offsets-turn-the-order",
            "comparing times as text, or ignoring their offsets",
            """
            {"order_id":"a","event_time":"2024-03-01T09:00:00-05:00","status":"SHIPPED"}
            {"order_id":"a","event_time":"2024-03-01T13:00:00Z","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-02T01:00:00+05:30","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-01T23:00:00Z","status":"SHIPPED"}
            """),
        of(
            "no-offset-is-utc",
            "reading a time without offset in the machine's time zone",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00","status":"SHIPPED"}
            {"order_id":"a","event_time":"2024-03-01T11:30:00Z","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-01T12:30:00Z","status":"SHIPPED"}
            """),
        of(
            "microseconds-decide",
            "cutting times to seconds or milliseconds",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00.000002Z","status":"CONFIRMED"}
            {"order_id":"a","event_time":"2024-03-01T12:00:00.000001Z","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00.1239999Z","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00.123999Z","status":"CONFIRMED"}
            """),
        of(
            "fractions-of-unlike-length",
            "comparing times as text",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00.5Z","status":"SHIPPED"}
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-01T12:00Z","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00.000000001Z","status":"CANCELED"}
            """),
        of(
            "tie-takes-smallest-status",
            "leaving it open who wins on the same instant",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"SHIPPED"}
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"CONFIRMED"}
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"CONFIRMED"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"SHIPPED"}
            """),
        of(
            "tie-across-offsets",
            "comparing times as text",
            """
            {"order_id":"a","event_time":"2024-03-01T17:30:00+05:30","status":"SHIPPED"}
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"CONFIRMED"}
            {"order_id":"a","event_time":"2024-03-01T07:00:00-05:00","status":"PLACED"}
            """),
        of(
            "earlier-beats-smaller-status",
            "taking the smallest of each column by itself",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"SHIPPED"}
            {"order_id":"a","event_time":"2024-03-02T12:00:00Z","status":"CANCELED"}
            """),
        of(
            "extra-of-the-first-event",
            "mixing columns of two events",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED","gift":true}
            {"order_id":"a","event_time":"2024-03-02T12:00:00Z","status":"SHIPPED","carrier":"A"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-02T12:00:00Z","status":"SHIPPED","carrier":"A"}
            """),
        of(
            "tie-takes-null-extra",
            "sorting null last",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED","a":1}
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"PLACED","a":1}
            """),
        of(
            "tie-takes-smallest-extra",
            "leaving it open who wins on the same instant and status",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED","n":2}
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED","n":1}
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED","m":{"z":1,"a":[1, 2]}}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"PLACED","n":10}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"PLACED","n":9}
            """),
        of(
            "repeated-rows",
            "answering with a row for each copy",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED"}
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED"}
            {"order_id":"a","event_time":"2024-03-01T14:00:00+02:00","status":"PLACED"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"PLACED","x":1,"y":2}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"PLACED","y":2,"x":1}
            """),
        of(
            "before-1970",
            "taking negative numbers for large ones, or rounding towards 1970",
            """
            {"order_id":"a","event_time":"1969-12-31T23:59:59.999999Z","status":"SHIPPED"}
            {"order_id":"a","event_time":"1969-12-31T23:59:59.999998Z","status":"PLACED"}
            {"order_id":"a","event_time":"1970-01-01T00:00:00Z","status":"CANCELED"}
            {"order_id":"b","event_time":"1875-01-01T00:00:00Z","status":"PLACED"}
            {"order_id":"b","event_time":"1874-12-31T23:59:59Z","status":"SHIPPED"}
            """),
        of(
            "edges-of-the-calendar",
            "packing times into too few bits, or comparing them as DOUBLE",
            """
            {"order_id":"a","event_time":"9999-12-31T23:59:59.999999Z","status":"SHIPPED"}
            {"order_id":"a","event_time":"9999-12-31T23:59:59.999998Z","status":"PLACED"}
            {"order_id":"b","event_time":"9999-12-31T23:59:59.999999-12:00","status":"PLACED"}
            {"order_id":"c","event_time":"0001-01-01T00:00:00Z","status":"SHIPPED"}
            {"order_id":"c","event_time":"0000-12-31T23:59:59.999999Z","status":"PLACED"}
            {"order_id":"c","event_time":"9999-01-01T00:00:00Z","status":"CANCELED"}
            {"order_id":"d","event_time":"0000-01-01T00:00:00+14:00","status":"PLACED"}
            {"order_id":"e","event_time":"9999-12-31T23:59:59.999999Z","status":"CANCELED"}
            {"order_id":"e","event_time":"9999-12-31T23:59:59.999998Z","status":"SHIPPED"}
            {"order_id":"f","event_time":"9999-12-31T23:59:59.999999-12:00","status":"PLACED"}
            {"order_id":"f","event_time":"2024-03-01T12:00:00Z","status":"SHIPPED"}
            """),
        of(
            "any-text-as-id",
            "cleaning, padding or packing order ids",
            """
            {"order_id":"114-3941689-8772232","event_time":"2024-03-01T12:00:00Z","status":"PLACED"}
            {"order_id":"11439416898772232","event_time":"2024-03-01T11:00:00Z","status":"PLACED"}
            {"order_id":" 114-3941689-8772232","event_time":"2024-03-01T10:00:00Z","status":"PLACED"}
            {"order_id":"014-3941689-8772232","event_time":"2024-03-01T09:00:00Z","status":"PLACED"}
            {"order_id":"+14-3941689-8772232","event_time":"2024-03-01T08:00:00Z","status":"PLACED"}
            {"order_id":"ORDER","event_time":"2024-03-01T07:00:00Z","status":"PLACED"}
            {"order_id":"order","event_time":"2024-03-01T06:00:00Z","status":"PLACED"}
            {"order_id":" ","event_time":"2024-03-01T05:00:00Z","status":"PLACED"}
            {"order_id":"\\u0000","event_time":"2024-03-01T05:00:00Z","status":"PLACED"}
            {"order_id":"a,\\"b\\"\\nc","event_time":"2024-03-01T05:00:00Z","status":"PLACED"}
            {"order_id":"\\u00e9","event_time":"2024-03-01T05:00:00Z","status":"PLACED"}
            {"order_id":"e\\u0301","event_time":"2024-03-01T04:00:00Z","status":"PLACED"}
            """),
        of(
            "text-beyond-the-basic-plane",
            "comparing text by UTF-16 units instead of UTF-8 bytes",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"\\ud83d\\ude80"}
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"\\uff5e"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"x","k":"\\ud83d\\ude80"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"x","k":"\\uff5e"}
            """),
        of(
            "letter-case-counts",
            "comparing text without regard to case",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"placed"}
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"SHIPPED"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":""}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"PLACED"}
            {"order_id":"d","event_time":"2024-03-01T12:00:00Z","status":"PLACED"}
            {"order_id":"d","event_time":"2024-03-01T12:00:00Z","status":""}
            {"order_id":"c","event_time":"2024-03-01T12:00:00Z","status":"PLACED","k":"a"}
            {"order_id":"c","event_time":"2024-03-01T12:00:00Z","status":"PLACED","k":"B"}
            """),
        of(
            "blanks-belong-to-a-text",
            "trimming texts, or comparing them without their blanks",
            """
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED "}
            {"order_id":"a","event_time":"2024-03-01T12:00:00Z","status":"PLACED","k":"v"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":"CONFIRMED"}
            {"order_id":"b","event_time":"2024-03-01T12:00:00Z","status":" PLACED"}
            {"order_id":"c","event_time":"2024-03-01T12:00:00Z","status":"PLACED "}
            """),
        new Case(
            "many-statuses",
            "packing statuses into too few bits",
            Map.of(TABLE.name(), GeneratedEvents.manyStatuses()),
            Map.of()),
        new Case(
            "many-extras",
            "packing extras into too few bits",
            Map.of(TABLE.name(), GeneratedEvents.manyExtras()),
            Map.of()),
        new Case(
            "all-of-time-and-many-texts",
            "packing times, statuses and extras into one number that overflows",
            Map.of(TABLE.name(), GeneratedEvents.widest()),
            Map.of()),
        new Case(
            "one-order-has-most-rows",
            "losing the first event among many",
            Map.of(TABLE.name(), GeneratedEvents.oneHotOrder()),
            Map.of()),
        of(
            "rejected-rows-take-no-part",
            "letting broken rows into the answer",
            """
            {"order_id":"a","event_time":"2024-02-30T00:00:00Z","status":"PLACED"}
            {"order_id":"a","event_time":"2024-03-01T00:00:00Z","status":null}
            {"event_time":"2024-03-01T00:00:00Z","status":"PLACED"}
            {"order_id":"a","event_time":"2024-03-02T00:00:00Z","status":"SHIPPED"}

            {"order_id":"a","event_time":"2024-03-01T00:00:00Z","status":"PLACED"
            """));
  }

  private static Case of(String name, String catches, String lines) {
    return new Case(name, catches, Map.of(TABLE.name(), lines.lines().toList()), Map.of());
  }

  private static Tuple row(String order, String time, String status, String extra) {
    return Tuple.of(TABLE.columns(), order, Instant.parse(time), status, extra);
  }
}
