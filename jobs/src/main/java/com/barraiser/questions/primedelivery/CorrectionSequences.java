package com.barraiser.questions.primedelivery;

import static com.barraiser.questions.primedelivery.Arrivals.batch;
import static com.barraiser.questions.primedelivery.Arrivals.change;
import static com.barraiser.questions.primedelivery.Arrivals.delivery;

import com.barraiser.vocabulary.warehouse.Batch;
import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.List;
import java.util.Map;

/** Several rows about the same thing: which one counts. */
final class CorrectionSequences {

  private static final Batch FIRST =
      batch(
          """
          1 a north 01T00:00 01T00:00
          2 b south 01T00:00 01T00:00
          """,
          """
          d1 1 03T12:00 03T11:00 03T11:00
          d2 2 03T12:00 03T13:00 03T13:00
          """);

  private CorrectionSequences() {}

  static List<Sequence> all() {
    return List.of(
        new Sequence(
            "batch-twice",
            "adding what is there already",
            List.of(FIRST, batch("1 c west 02T00:00 02T00:00", ""), FIRST)),
        Sequence.interrupted(
            "run-dies-after-each-step",
            "remembering in the run whose addresses have changed",
            List.of(FIRST, batch("1 c west 02T00:00 04T00:00", ""))),
        new Sequence(
            "change-is-corrected",
            "keeping the first version of a change, or beginning another interval for it",
            List.of(FIRST, batch("1 c west 01T00:00 02T00:00", ""))),
        new Sequence(
            "address-keeps-its-name",
            "looking for changes in the address and its region only",
            List.of(
                FIRST,
                batch(
                    """
                    1 a/b north 01T00:00 02T00:00
                    2 b south/west 01T00:00 02T00:00
                    """,
                    ""))),
        new Sequence(
            "older-version-of-a-change-is-late",
            "taking the version that arrives last, or comparing versions by seconds",
            List.of(
                batch(
                    """
                    1 c west 01T00:00 05T00:00
                    2 a north 01T00:00 2024-03-05T00:00:00.000002Z
                    """,
                    "d1 1 03T12:00 03T11:00 03T11:00"),
                batch(
                    """
                    1 a north 01T00:00 01T00:00
                    2 c west 01T00:00 2024-03-05T00:00:00.000001Z
                    """,
                    ""))),
        new Sequence(
            "change-recorded-twice-at-an-instant",
            "deciding ties by the order of arrival",
            List.of(
                batch(
                    """
                    1 c west 01T00:00 02T00:00
                    2 a north 01T00:00 02T00:00
                    3 a/b north 01T00:00 02T00:00
                    4 a/a north 01T00:00 02T00:00
                    5 a north 01T00:00 02T00:00
                    6 a north/west 01T00:00 02T00:00
                    """,
                    """
                    d1 1 03T12:00 03T11:00 03T11:00
                    d2 2 03T12:00 03T11:00 03T11:00
                    """),
                batch(
                    """
                    1 a north 01T00:00 02T00:00
                    2 c west 01T00:00 02T00:00
                    3 a/a north 01T00:00 02T00:00
                    4 a/b north 01T00:00 02T00:00
                    5 a north/west 01T00:00 02T00:00
                    6 a north 01T00:00 02T00:00
                    """,
                    ""))),
        new Sequence(
            "delivery-is-corrected",
            "adding a version of a delivery, where it is promised for another day",
            List.of(
                FIRST,
                batch(
                    "",
                    """
                    d1 1 05T12:00 04T11:00 04T11:00
                    d2 1 03T12:00 03T11:00 03T14:00
                    """))),
        new Sequence(
            "older-version-of-a-delivery-is-late",
            "taking the version that arrives last, or comparing versions by seconds",
            List.of(
                batch(
                    "1 a north 01T00:00 01T00:00",
                    """
                    d1 1 05T12:00 04T11:00 04T11:00
                    d2 1 03T12:00 03T11:00 2024-03-04T00:00:00.000002Z
                    """),
                batch(
                    "",
                    """
                    d1 1 03T12:00 03T13:00 03T13:00
                    d2 1 05T12:00 03T11:00 2024-03-04T00:00:00.000001Z
                    """))),
        new Sequence(
            "delivery-recorded-twice-at-an-instant",
            "deciding ties by the order of arrival",
            List.of(
                batch(
                    "1 a north 01T00:00 01T00:00",
                    """
                    d1 1 03T12:00 03T13:00 04T00:00
                    d2 1 03T12:00 03T11:00 04T00:00
                    """),
                batch(
                    "",
                    """
                    d1 1 03T12:00 03T11:00 04T00:00
                    d2 1 03T12:00 03T13:00 04T00:00
                    """))),
        new Sequence(
            "rejected-rows-take-no-part",
            "letting broken rows into the tables",
            List.of(
                FIRST,
                new Batch(
                    Map.of(
                        "address_changes",
                        List.of(
                            change("1", "", "west", "02T00:00", "02T00:00"),
                            change("null", "c", "west", "02T00:00", "02T00:00"),
                            change("1", "c", "west", "2024-02-30T00:00:00Z", "02T00:00"),
                            change("1", "c", "", "02T00:00", "02T00:00"),
                            "no object"),
                        "delivery_events",
                        List.of(
                            delivery("", "1", "03T12:00", "03T11:00", "03T11:00"),
                            delivery("d9", "1.5", "03T12:00", "03T11:00", "03T11:00"),
                            delivery("d1", "1", "03T12:00", "soon", "09T11:00"))),
                    Map.of()))));
  }
}
