package com.barraiser.questions.primedelivery;

import static com.barraiser.questions.primedelivery.Arrivals.batch;

import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.List;

/** Which address a delivery has, and on which day it counts. */
final class DeliverySequences {

  private DeliverySequences() {}

  static List<Sequence> all() {
    return List.of(
        new Sequence(
            "edges-of-an-interval",
            "counting the instant of a change to the address before, to both, or by the second",
            List.of(
                batch(
                    """
                    1 a north 01T00:00 01T00:00
                    1 b south 03T00:00 03T00:00
                    2 b south 2024-03-03T00:00:00.000002Z 03T00:00
                    2 a north 2024-03-03T00:00:00.000001Z 03T00:00
                    """,
                    """
                    d1 1 2024-03-02T23:59:59.999999Z 02T11:00 02T11:00
                    d2 1 03T00:00 02T11:00 02T11:00
                    d3 1 01T00:00 01T01:00 02T11:00
                    d4 1 2024-02-29T23:59:59.999999Z 01T01:00 02T11:00
                    d5 2 2024-03-03T00:00:00.000001Z 02T11:00 02T11:00
                    """))),
        new Sequence(
            "address-when-promised",
            "taking the current address, or the one at delivery",
            List.of(
                batch(
                    """
                    1 a north 01T00:00 01T00:00
                    1 b south 03T00:00 03T00:00
                    1 c west 09T00:00 09T00:00
                    """,
                    """
                    d1 1 02T12:00 04T11:00 04T11:00
                    d2 1 04T12:00 02T11:00 02T11:00
                    """))),
        new Sequence(
            "on-time-to-the-microsecond",
            "comparing days or seconds, or calling the promised instant late",
            List.of(
                batch(
                    "1 a north 01T00:00 01T00:00",
                    """
                    d1 1 02T12:00 02T12:00 02T12:00
                    d2 1 02T12:00 2024-03-02T12:00:00.000001Z 02T12:00
                    d3 1 02T12:00 2024-03-02T11:59:59.999999Z 02T12:00
                    """))),
        new Sequence(
            "day-is-utc",
            "taking the day from the text, or from the promise",
            List.of(
                batch(
                    "1 a north 2024-02-01T00:00:00Z 01T00:00",
                    """
                    d1 1 05T12:00 2024-03-02T01:00:00+05:30 05T12:00
                    d2 1 05T12:00 2024-03-02T20:00:00-08:00 05T12:00
                    d3 1 05T12:00 2024-03-02T23:59:59.999999Z 05T12:00
                    """))),
        new Sequence(
            "delivery-moves-between-days-and-regions",
            "leaving a delivery where it was counted before",
            List.of(
                batch(
                    """
                    1 a north 01T00:00 01T00:00
                    2 b south 01T00:00 01T00:00
                    """,
                    """
                    d1 1 03T12:00 03T11:00 03T11:00
                    d2 1 03T12:00 03T13:00 03T13:00
                    d3 2 03T12:00 03T13:00 03T13:00
                    """),
                batch("1 c south 02T00:00 04T00:00", "d3 2 03T12:00 05T13:00 05T13:00"))),
        new Sequence(
            "customers-do-not-mix",
            "closing every interval that a change falls into",
            List.of(
                batch(
                    """
                    1 a north 01T00:00 01T00:00
                    2 a north 01T00:00 01T00:00
                    3 a north 01T00:00 01T00:00
                    """,
                    """
                    d1 1 04T12:00 04T11:00 04T11:00
                    d2 2 04T12:00 04T11:00 04T11:00
                    """),
                batch("2 b south 03T00:00 03T00:00", ""))));
  }
}
