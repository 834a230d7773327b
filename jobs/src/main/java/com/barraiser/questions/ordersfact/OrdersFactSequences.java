package com.barraiser.questions.ordersfact;

import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The batches that tell a right refresh from a wrong one. */
final class OrdersFactSequences {

  static final Sequence EXAMPLE =
      of(
          "worked-example",
          "not having read the statement",
          Landing.at("2024-01-02T06:00:00Z")
              .lines(
                  """
                  2024-01-01 US o1 1 2 10.00 1.00 PLACED 2024-01-01T08:00:00Z
                  2024-01-01 US o1 2 1 5.00 0.00 PLACED 2024-01-01T08:00:00Z
                  2024-01-01 DE o2 1 3 4.00 0.00 PLACED 2024-01-01T09:00:00Z
                  2024-01-01 DE o3 1 1 6.00 0.00 PLACED 2024-01-01T23:00:00Z
                  """)
              .expected(
                  """
                  2024-01-01 US 2
                  2024-01-01 DE 3
                  2024-01-01 JP 1
                  """),
          Landing.at("2024-01-03T06:00:00Z")
              .lines(
                  """
                  2024-01-01 US o1 2 1 5.00 0.00 CANCELED 2024-01-02T10:00:00Z
                  2024-01-01 US o1 1 2 10.00 1.00 PLACED 2024-01-01T08:00:00Z
                  2024-01-01 DE o2 1 9 4.00 0.00 PLACED 2024-01-01T07:00:00Z
                  2024-01-02 DE o3 1 1 6.00 0.00 PLACED 2024-01-02T11:00:00Z
                  """)
              .rejected("2024-01-01", "DE", 1));

  private OrdersFactSequences() {}

  static List<Sequence> all() {
    return Stream.of(
            List.of(EXAMPLE), VersionSequences.all(), MoveSequences.all(), ControlSequences.all())
        .flatMap(List::stream)
        .toList();
  }

  static Sequence of(String name, String catches, Landing... batches) {
    return new Sequence(name, catches, arrivals(batches));
  }

  static Sequence interrupted(String name, String catches, Landing... batches) {
    return Sequence.interrupted(name, catches, arrivals(batches));
  }

  private static List<Batch> arrivals(Landing... batches) {
    return Arrays.stream(batches).map(Landing::batch).toList();
  }
}
