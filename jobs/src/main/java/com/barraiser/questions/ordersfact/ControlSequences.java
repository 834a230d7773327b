package com.barraiser.questions.ordersfact;

import static com.barraiser.questions.ordersfact.OrdersFactSequences.of;
import static com.barraiser.questions.ordersfact.VersionSequences.first;
import static com.barraiser.questions.ordersfact.VersionSequences.second;
import static com.barraiser.questions.ordersfact.VersionSequences.third;

import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.List;

/** What has landed, what was expected, and when. */
final class ControlSequences {

  private static final String ONE = "2024-01-01 US o1 1 1 10.00 0.00 PLACED 2024-01-01T08:00:00Z";
  private static final String TWO = "2024-01-01 US o1 2 1 20.00 0.00 PLACED 2024-01-01T08:00:00Z";

  private ControlSequences() {}

  static List<Sequence> all() {
    return List.of(
        of(
            "file-lands-twice",
            "counting rows instead of lines",
            first(ONE + "\n" + ONE).expected("2024-01-01 US 2"),
            second(ONE)),
        of(
            "rest-of-a-day-lands-later",
            "leaving the report incomplete for ever",
            first(ONE).expected("2024-01-01 US 2"),
            second(TWO)),
        of(
            "landed-before-it-was-expected",
            "forgetting what landed unasked",
            first(ONE).rejected("2024-01-01", "US", 3),
            nothing().expected("2024-01-01 US 1"),
            third(TWO).expected("2024-01-01 US 1")),
        of(
            "expected-and-missing",
            "listing only what landed",
            nothing().expected("2024-01-01 US 1\n2024-01-02 US 0\n2024-01-02 DE 5"),
            second(ONE.replace("US", "JP")),
            third(ONE)),
        of(
            "expectation-grows",
            "keeping the first number, or the last",
            first(ONE).expected("2024-01-01 US 1"),
            second(ONE).expected("2024-01-01 US 2\n2024-01-01 US 3"),
            third(TWO).expected("2024-01-01 US 2")),
        of(
            "all-rows-rejected",
            "taking a file for a line",
            nothing().rejected("2024-01-01", "US", 4).expected("2024-01-01 US 4"),
            second(ONE).rejected("2024-01-01", "US", 5)),
        of(
            "loaded-in-another-order",
            "taking the load that comes last for the latest",
            third(ONE),
            first(TWO),
            second(ONE)),
        of(
            "first-batch-is-empty",
            "expecting rows in every batch",
            nothing(),
            first(ONE),
            nothing()));
  }

  private static Landing nothing() {
    return Landing.at("2024-01-02T06:00:00Z");
  }
}
