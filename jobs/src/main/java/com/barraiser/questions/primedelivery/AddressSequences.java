package com.barraiser.questions.primedelivery;

import static com.barraiser.questions.primedelivery.Arrivals.batch;

import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.List;

/** How the intervals of a customer come about, whatever the order of arrival. */
final class AddressSequences {

  private AddressSequences() {}

  static List<Sequence> all() {
    return List.of(
        new Sequence(
            "next-address",
            "opening an interval without closing the one before, or the other way round",
            List.of(
                batch("1 a north 01T00:00 01T00:00", "d1 1 02T12:00 02T11:00 02T11:00"),
                batch("1 b south 03T00:00 03T00:00", "d2 1 04T12:00 04T11:00 04T11:00"),
                batch("1 a north 05T00:00 05T00:00", "d3 1 06T12:00 06T11:00 06T11:00"))),
        new Sequence(
            "late-change-splits-a-closed-interval",
            "dropping rows that are late, or taking the last to arrive for the current one",
            List.of(
                batch(
                    """
                    1 a north 01T00:00 01T00:00
                    1 b south 09T00:00 02T00:00
                    """,
                    """
                    d1 1 04T12:00 04T11:00 04T11:00
                    d2 1 06T12:00 06T11:00 06T11:00
                    d3 1 09T12:00 09T11:00 09T11:00
                    """),
                batch("1 c west 05T00:00 10T00:00", ""))),
        new Sequence(
            "late-change-before-the-first",
            "leaving deliveries without an address that is known by now",
            List.of(
                batch(
                    "1 b south 05T00:00 05T00:00",
                    """
                    d1 1 02T12:00 02T11:00 02T11:00
                    d2 1 04T12:00 04T13:00 04T13:00
                    d3 1 06T12:00 06T11:00 06T11:00
                    d4 2 06T12:00 06T11:00 06T11:00
                    """),
                batch("1 a north 03T00:00 06T00:00", ""))),
        new Sequence(
            "several-changes-in-one-batch",
            "expecting at most one change of a customer in a batch",
            List.of(
                batch("1 a north 01T00:00 01T00:00", "d1 1 04T12:00 04T11:00 04T11:00"),
                batch(
                    """
                    1 d south 07T00:00 03T00:00
                    1 b west 03T00:00 03T00:00
                    1 c north 05T00:00 03T00:00
                    1 b west 03T00:00 03T00:00
                    """,
                    """
                    d2 1 06T12:00 06T11:00 06T11:00
                    d3 1 08T12:00 08T11:00 08T11:00
                    """))),
        new Sequence(
            "changes-in-reverse-order",
            "depending on the order of arrival",
            List.of(
                batch("1 d south 07T00:00 07T00:00", "d4 1 08T12:00 08T11:00 08T11:00"),
                batch("1 c north 05T00:00 05T00:00", "d3 1 06T12:00 06T11:00 06T11:00"),
                batch("1 b west 03T00:00 03T00:00", "d2 1 04T12:00 04T11:00 04T11:00"),
                batch("1 a south 01T00:00 01T00:00", "d1 1 02T12:00 02T11:00 02T11:00"))),
        new Sequence(
            "keys-outlive-earlier-changes",
            "numbering the dimension's rows anew",
            List.of(
                batch(
                    """
                    2 b south 02T00:00 02T00:00
                    3 c west 02T00:00 02T00:00
                    """,
                    ""),
                batch("1 a north 01T00:00 01T00:00", ""))),
        new Sequence(
            "feeds-without-rows",
            "failing where a batch brings nothing of one kind",
            List.of(
                batch("", ""),
                batch("", "d1 1 02T12:00 02T11:00 02T11:00"),
                batch("1 a north 01T00:00 01T00:00", ""),
                batch("", ""))));
  }
}
