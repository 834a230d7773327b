package com.barraiser.questions.ordersfact;

import static com.barraiser.questions.ordersfact.OrdersFactSequences.of;

import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.List;

/** Which version of a line holds, and what the lines of a day add up to. */
final class VersionSequences {

  private static final String ONE = "2024-01-01 US o1 1 1 10.00 0.00 PLACED 2024-01-01T08:00:00Z";
  private static final String TWO = "2024-01-01 US o1 2 1 20.00 0.00 PLACED 2024-01-01T08:00:00Z";
  private static final String ONE_SHIPPED =
      "2024-01-01 US o1 1 1 10.00 0.00 SHIPPED 2024-01-02T08:00:00Z";

  private VersionSequences() {}

  static List<Sequence> all() {
    return List.of(
        of(
            "same-batch-twice",
            "appending what is there",
            first(ONE + "\n" + TWO),
            second(ONE + "\n" + TWO)),
        of(
            "older-version-comes-later",
            "taking what arrives last for the newest",
            first(ONE_SHIPPED),
            second(ONE)),
        of(
            "three-versions-at-once",
            "a merge that meets a line twice",
            first(ONE + "\n" + ONE_SHIPPED + "\n" + ONE),
            second(ONE)),
        of(
            "one-line-of-a-day",
            "overwriting a day with the lines of a batch",
            first(ONE + "\n" + TWO),
            second(ONE_SHIPPED)),
        of(
            "cancellation-and-its-end",
            "counting canceled lines, or forgetting them",
            first(ONE.replace("PLACED", "CANCELED") + "\n" + TWO),
            second(TWO.replace("PLACED 2024-01-01", "CANCELED 2024-01-03")),
            third(ONE_SHIPPED)),
        of(
            "update-a-year-late",
            "looking only at the days around the newest",
            first(ONE),
            second("2025-01-01 US o9 1 1 3.00 0.00 PLACED 2025-01-01T08:00:00Z"),
            third(
                ONE_SHIPPED + "\n" + "2024-01-01 US o3 1 1 7.00 0.00 PLACED 2025-01-02T08:00:00Z")),
        of(
            "same-instant-greatest-cells-win",
            "leaving a tie to chance",
            first(
                """
                2024-01-01 US a 1 9 10.00 0.00 PLACED 2024-01-01T08:00:00Z customer_id=9
                2024-01-01 US b 1 9 10.00 0.00 PLACED 2024-01-01T08:00:00Z asin="B9"
                2024-01-01 US c 1 9 9.00 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 US d 1 1 9.00 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 US e 1 1 1.00 9.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 US f 1 1 1.00 1.00 zzz 2024-01-01T08:00:00Z
                2024-01-01 US g 1 1 1.00 1.00 PLACED 2024-01-01T08:00:00Z order_ts="2024-01-01T10:00:00Z"
                """),
            second(
                """
                2024-01-01 US a 1 99 99.00 9.00 ZZ 2024-01-01T08:00:00Z customer_id=-10
                2024-01-01 US b 1 99 99.00 9.00 ZZ 2024-01-01T08:00:00Z asin="B10"
                2024-01-01 US c 1 10 1.00 0.00 A 2024-01-01T08:00:00Z
                2024-01-01 US d 1 1 10.00 0.00 A 2024-01-01T08:00:00Z
                2024-01-01 US e 1 1 1.00 10.00 A 2024-01-01T08:00:00Z
                2024-01-01 US f 1 1 1.00 1.00 \\u00e9 2024-01-01T08:00:00Z
                2024-01-01 US g 1 1 1.00 1.00 PLACED 2024-01-01T08:00:00Z order_ts="2024-01-01T09:00:00Z"
                """)),
        of(
            "microsecond-between-versions",
            "comparing times by the millisecond",
            first(ONE.replace("08:00:00Z", "08:00:00.000002Z")),
            second(ONE_SHIPPED.replace("2024-01-02T08:00:00Z", "2024-01-01T08:00:00.000001Z"))),
        of(
            "text-by-its-bytes",
            "comparing text by UTF-16 units",
            first(ONE.replace("PLACED", "\\ud83d\\ude80")),
            second(ONE.replace("PLACED", "\\uff5e"))),
        of(
            "discount-is-per-line",
            "taking the discount off every piece",
            first("2024-01-01 US o1 1 3 10.00 2.50 PLACED 2024-01-01T08:00:00Z"),
            second("2024-01-01 US o1 2 2 -4.01 0.01 REFUND 2024-01-01T08:00:00Z")),
        of(
            "money-to-the-cent",
            "adding money as floating point",
            first(
                """
                2024-01-01 US o1 1 1 9999999999999999.99 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 US o1 2 1 0.01 0.02 PLACED 2024-01-01T08:00:00Z
                2024-01-01 US o1 3 2147483647 90071992547409.93 0.01 PLACED 2024-01-01T08:00:00Z
                """)),
        of(
            "only-canceled-lines",
            "leaving out a day of which nothing counts, or taking any spelling for CANCELED",
            first(
                ONE.replace("PLACED", "CANCELED")
                    + "\n2024-01-02 DE o2 1 1 3.00 0.00 canceled 2024-01-01T08:00:00Z")),
        of(
            "odd-names",
            "building conditions from text that needs quotation, or gluing an order to its line",
            first(
                """
                2024-01-01 US o1 11 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 US o11 1 1 2.00 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 O'Neil o'1 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 a\\\\b o2 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 ${x} o5 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 us o3 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 a/b=%2F o4 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 \\ud83d\\ude80 o\\ud83d\\ude80 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z
                """),
            second(
                """
                2024-01-01 O'Neil o'1 1 2 1.00 0.00 PLACED 2024-01-01T09:00:00Z
                2024-01-01 a\\\\b o2 1 2 1.00 0.00 PLACED 2024-01-01T09:00:00Z
                2024-01-01 ${x} o5 1 2 1.00 0.00 PLACED 2024-01-01T09:00:00Z
                2024-01-01 US o3 1 2 1.00 0.00 PLACED 2024-01-01T09:00:00Z
                2024-01-01 a/b=%2F o\\ud83d\\ude80 1 2 1.00 0.00 PLACED 2024-01-01T09:00:00Z
                """)));
  }

  static Landing first(String lines) {
    return Landing.at("2024-01-02T06:00:00Z").lines(lines);
  }

  static Landing second(String lines) {
    return Landing.at("2024-01-03T06:00:00Z").lines(lines);
  }

  static Landing third(String lines) {
    return Landing.at("2024-01-04T06:00:00Z").lines(lines);
  }
}
