package com.barraiser.questions.ordersfact;

import static com.barraiser.questions.ordersfact.OrdersFactSequences.interrupted;
import static com.barraiser.questions.ordersfact.OrdersFactSequences.of;
import static com.barraiser.questions.ordersfact.VersionSequences.first;
import static com.barraiser.questions.ordersfact.VersionSequences.second;
import static com.barraiser.questions.ordersfact.VersionSequences.third;

import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.List;

/** Lines of which a newer version lands in another partition than an older one. */
final class MoveSequences {

  private static final String ONE = "2024-01-01 US o1 1 1 10.00 0.00 PLACED 2024-01-01T08:00:00Z";
  private static final String TWO = "2024-01-01 US o1 2 1 20.00 0.00 PLACED 2024-01-01T08:00:00Z";
  private static final String ONE_NEXT_DAY =
      "2024-01-02 US o1 1 1 10.00 0.00 SHIPPED 2024-01-02T08:00:00Z";
  private static final String ONE_IN_DE =
      "2024-01-01 DE o1 1 1 10.00 0.00 SHIPPED 2024-01-02T09:00:00Z";

  private MoveSequences() {}

  static List<Sequence> all() {
    return List.of(
        of(
            "line-moves-to-another-day",
            "taking the partition of a line for a part of its key",
            first(ONE + "\n" + TWO).expected("2024-01-01 US 2"),
            second(ONE_NEXT_DAY)),
        of(
            "last-line-leaves-a-partition",
            "leaving a sum of nothing in the report",
            first(ONE).expected("2024-01-01 US 1"),
            second(ONE_IN_DE)),
        of(
            "older-version-lands-elsewhere",
            "moving a line back to where an older version of it lands",
            first(ONE_NEXT_DAY),
            second(ONE).expected("2024-01-01 US 1\n2024-01-02 US 1")),
        of(
            "both-places-in-one-batch",
            "looking only at batches before this one for where a line was",
            first(ONE_IN_DE + "\n" + ONE + "\n" + TWO + "\n" + ONE_NEXT_DAY)
                .expected("2024-01-01 US 2\n2024-01-01 DE 1\n2024-01-02 US 1"),
            second(TWO)),
        of(
            "line-moves-and-comes-back",
            "counting a line again where it has been before",
            first(ONE).expected("2024-01-01 US 2"),
            second(ONE_NEXT_DAY + "\n" + ONE_IN_DE),
            third(ONE.replace("2024-01-01T08", "2024-01-03T08"))),
        of(
            "rest-lands-after-a-line-has-left",
            "counting only what is still there for what has landed",
            first(ONE).expected("2024-01-01 US 2"),
            second(ONE_NEXT_DAY),
            third(TWO)),
        of(
            "batch-of-a-move-comes-twice",
            "taking a line for moved twice",
            first(ONE + "\n" + TWO),
            second(ONE_NEXT_DAY),
            second(ONE_NEXT_DAY),
            first(ONE + "\n" + TWO)),
        interrupted(
            "run-dies-after-each-step",
            "remembering in the run which partitions its lines leave",
            first(ONE + "\n" + TWO).expected("2024-01-01 US 2"),
            second(ONE_IN_DE)),
        of(
            "move-to-a-year-before",
            "looking for older versions only in the days around a batch",
            first(ONE.replace("2024-01-01 US", "2025-01-01 US") + "\n" + TWO),
            second(ONE_NEXT_DAY)),
        of(
            "move-of-another-order-time",
            "looking for older versions only where the time of the order points",
            first(ONE),
            second("2024-01-01 US o0 1 1 1.00 0.00 PLACED 2024-01-02T08:00:00Z"),
            third(ONE_IN_DE + " order_ts=\"2020-02-29T00:00:00Z\"")),
        of(
            "same-instant-greatest-place-wins",
            "leaving the place of a line to chance",
            first(
                """
                2024-01-01 US a 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z customer_id=1
                2024-01-01 US b 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-02 US c 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z order_ts="2024-01-01T00:00:00Z"
                2024-01-01 US d 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z order_ts="2024-01-01T09:00:00Z"
                """),
            second(
                """
                2024-01-01 DE a 1 9 9.00 0.00 PLACED 2024-01-01T08:00:00Z customer_id=9
                2024-01-01 us b 1 0 0.00 0.00 PLACED 2024-01-01T08:00:00Z
                2024-01-01 US c 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z order_ts="2024-01-01T00:00:00Z"
                2024-01-02 US d 1 1 1.00 0.00 PLACED 2024-01-01T08:00:00Z order_ts="2024-01-01T08:00:00Z"
                """)));
  }
}
