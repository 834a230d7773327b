package com.barraiser.questions.shippedrevenue;

import static com.barraiser.questions.shippedrevenue.Hours.batch;
import static com.barraiser.questions.shippedrevenue.Hours.order;
import static com.barraiser.questions.shippedrevenue.Hours.orders;
import static java.util.stream.Collectors.joining;

import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which version of an order counts, and on which day. */
final class DaySequences {

  private static final Batch FIRST =
      orders(
          """
          o1 1 s1 02T10:00 10.00 02T10:05
          o2 1 s1 02T11:00 20.00 02T11:05
          o3 1 s1 -        40.00 02T11:05
          """);

  /** So many of the greatest price make a sum of 21 digits, which no 64 bits hold in cents. */
  private static final int ORDERS_OF_21_DIGITS = 101;

  private DaySequences() {}

  static List<Sequence> all() {
    return List.of(
        new Sequence(
            "order-ships-later",
            "adding orders up once, when they arrive",
            List.of(FIRST, orders("o3 1 s1 02T23:00 40.00 03T11:05"))),
        new Sequence(
            "ship-time-moves",
            "adding up the day that an order comes to, and not the one that it leaves",
            List.of(FIRST, orders("o1 1 s1 03T10:00 10.00 03T10:05"))),
        new Sequence(
            "day-loses-its-last-order",
            "leaving a day that has no orders any more",
            List.of(orders("o1 1 s1 02T10:00 10.00 02T10:05"), orders("o1 1 s1 - 10.00 03T10:05"))),
        new Sequence(
            "empty-day-gets-an-order",
            "taking a day that had no orders left for one that is done",
            List.of(
                orders("o1 1 s1 02T10:00 10.00 02T10:05"),
                orders("o1 1 s1 - 10.00 03T10:05"),
                orders("o2 1 s1 02T12:00 5.00 04T10:05"))),
        new Sequence(
            "price-changes",
            "looking at times of shipping only, or keeping the time of the order",
            List.of(FIRST, orders("o1 1 s1 02T10:00 10.01 03T10:05 01T09:00"))),
        Sequence.interrupted(
            "run-dies-after-each-step",
            "remembering in the run which days its orders leave",
            List.of(FIRST, orders("o1 1 s1 03T10:00 10.00 03T10:05\no2 2 s1 - 20.00 03T10:05"))),
        new Sequence(
            "batch-twice",
            "adding what is there already",
            List.of(FIRST, orders("o1 1 s1 03T10:00 10.00 03T10:05"), FIRST)),
        new Sequence(
            "older-version-is-late",
            "taking the version that arrives last, or comparing versions by seconds",
            List.of(
                orders(
                    """
                    o1 1 s1 03T10:00 10.00 03T10:05
                    o2 1 s1 -        10.00 2024-03-03T10:05:00.000002Z
                    """),
                orders(
                    """
                    o1 1 s1 -        10.00 02T10:05
                    o2 1 s1 03T10:00 10.00 2024-03-03T10:05:00.000001Z
                    """))),
        new Sequence(
            "order-twice-at-an-instant",
            "deciding ties by the order of arrival",
            List.of(
                orders(
                    """
                    o1 1 s1 03T10:00 10.00 03T10:05
                    o2 1 s1 -        10.00 03T10:05
                    o3 1 s1 03T10:00 10.00 03T10:05
                    o4 1 s1 03T10:00 10.00 03T10:05 01T09:00
                    """),
                orders(
                    """
                    o1 1 s1 -        10.00 03T10:05
                    o2 1 s1 03T10:00 10.00 03T10:05
                    o3 1 s1 03T10:00 9.99  03T10:05
                    o4 1 s1 04T10:00 11.00 03T10:05 01T08:00
                    """))),
        new Sequence(
            "day-is-utc",
            "taking the day from the text, or from the time of the order",
            List.of(
                orders(
                    """
                    o1 1 s1 2024-03-02T23:59:59.999999Z 1.00 03T10:05
                    o2 1 s1 2024-03-03T00:00:00Z 2.00 03T10:05
                    o3 1 s1 2024-03-03T01:00:00+05:30 4.00 03T10:05
                    o4 1 s1 2024-03-02T20:00:00-08:00 8.00 03T10:05
                    """))),
        new Sequence(
            "money-beyond-18-digits",
            "adding money or cents in a type that has no room for the sum, or as DOUBLE",
            List.of(
                orders(
                    IntStream.rangeClosed(1, ORDERS_OF_21_DIGITS)
                        .mapToObj("o%d 1 s1 02T10:00 9999999999999999.99 02T10:05"::formatted)
                        .collect(joining("\n"))))),
        new Sequence(
            "day-adds-up-to-nothing",
            "taking a day without revenue for one without orders",
            List.of(
                orders(
                    """
                    o1 1 s1 02T10:00 10.00 02T10:05
                    o2 1 s1 02T11:00 -10.00 02T11:05
                    """))),
        new Sequence(
            "feeds-without-rows",
            "failing where a batch brings nothing of one kind",
            List.of(
                batch("", "", ""),
                batch("", "1 ann 01T00:00", ""),
                FIRST,
                batch("", "", "s1 soap 01T00:00"))),
        new Sequence(
            "rejected-rows-take-no-part",
            "letting broken rows into the tables",
            List.of(
                FIRST,
                new Batch(
                    Map.of(
                        "orders",
                        List.of(
                            order("", "1", "s1", "02T10:00", "1.00", "04T00:00"),
                            order("o1", "1", "", "02T10:00", "1.00", "04T00:00"),
                            order("o1", "1", "s1", "soon", "1.00", "04T00:00"),
                            order("o1", "1", "s1", "02T10:00", "1.001", "04T00:00"),
                            "no object")),
                    Map.of()))));
  }
}
