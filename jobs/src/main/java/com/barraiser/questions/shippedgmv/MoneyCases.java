package com.barraiser.questions.shippedgmv;

import static com.barraiser.questions.shippedgmv.ShippedGmvCases.of;
import static java.util.stream.Collectors.joining;

import com.barraiser.vocabulary.Case;
import java.util.List;
import java.util.stream.IntStream;

/** Totals are exact, and may be anything. */
final class MoneyCases {

  private static final String THREE_SHIPMENTS =
      """
      s1 o1 2024-03-01T12:00:00Z
      s2 o2 2024-03-01T12:00:00Z
      s3 o3 2024-03-01T12:00:00Z
      """;

  private static final String THREE_EVENTS =
      """
      s1 SHIPPED
      s2 SHIPPED
      s3 SHIPPED
      """;

  /** So many of the greatest total make a sum of 21 digits, which no 64 bits hold in cents. */
  private static final int ORDERS_OF_21_DIGITS = 101;

  private MoneyCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "money-beyond-18-digits",
            "adding money in a type that has no room for the sum",
            """
            o1 9999999999999999.99
            o2 9999999999999999.99
            o3 9999999999999999.99
            """,
            THREE_SHIPMENTS,
            THREE_EVENTS),
        of(
            "cents-beyond-64-bits",
            "adding cents as BIGINT, or money in DECIMAL(20,2)",
            lines("o%d 9999999999999999.99"),
            lines("s%1$d o%1$d 2024-03-01T12:00:00Z"),
            lines("s%d SHIPPED")),
        of(
            "debts-beyond-18-digits",
            "adding money in a type that has no room for the sum",
            """
            o1 -9999999999999999.99
            o2 -9999999999999999.99
            o3 -0.01
            """,
            THREE_SHIPMENTS,
            THREE_EVENTS),
        of(
            "cents-beside-a-fortune",
            "adding money as DOUBLE",
            """
            o1 9007199254740993.01
            o2 0.01
            o3 0.01
            """,
            THREE_SHIPMENTS,
            THREE_EVENTS),
        of(
            "totals-that-cancel-out",
            "taking a sum of zero for no orders",
            """
            o1 10.00
            o2 -10.00
            o3 0.00
            """,
            THREE_SHIPMENTS,
            THREE_EVENTS),
        of(
            "negative-totals",
            "taking the greatest of an order's rows together, or dropping refunds",
            """
            o1 -10.00
            o2 -0.01
            o3 3.00
            """,
            """
            s1 o1 2024-03-01T12:00:00Z
            s2 o2 2024-03-02T12:00:00Z
            s3 o3 2024-03-02T12:00:00Z
            s4 o1 2024-03-02T12:00:00Z
            """,
            THREE_EVENTS + "s4 SHIPPED"));
  }

  /** A line for each of the orders. */
  private static String lines(String line) {
    return IntStream.rangeClosed(1, ORDERS_OF_21_DIGITS)
        .mapToObj(line::formatted)
        .collect(joining("\n"));
  }
}
