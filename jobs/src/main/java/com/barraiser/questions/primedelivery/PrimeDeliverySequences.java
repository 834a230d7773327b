package com.barraiser.questions.primedelivery;

import static com.barraiser.questions.primedelivery.Arrivals.batch;
import static com.barraiser.vocabulary.warehouse.ShortRows.time;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.warehouse.Sequence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sequences of batches that tell a right answer from a wrong one. */
final class PrimeDeliverySequences {

  /** The last batch is late: it splits the interval of the address a, and moves a delivery. */
  static final Sequence EXAMPLE =
      new Sequence(
          "worked-example",
          "not having read the statement",
          List.of(
              batch(
                  """
                  1 a north 01T00:00 01T00:00
                  2 b south 01T00:00 01T00:00
                  """,
                  """
                  d1 1 03T12:00 03T11:00 03T11:00
                  d2 2 03T12:00 03T12:00 03T12:00
                  """),
              batch(
                  """
                  1 c south 05T00:00 04T09:00
                  """,
                  """
                  d3 1 05T12:00 05T18:00 05T18:00
                  d2 2 03T12:00 03T13:00 03T20:00
                  """),
              batch(
                  """
                  1 e west 02T00:00 06T09:00
                  """,
                  """
                  d2 2 03T12:00 03T12:00 03T12:00
                  """)));

  private PrimeDeliverySequences() {}

  static List<Sequence> all() {
    return Stream.of(
            List.of(EXAMPLE),
            AddressSequences.all(),
            CorrectionSequences.all(),
            DeliverySequences.all())
        .flatMap(List::stream)
        .toList();
  }

  static Map<String, List<Tuple>> exampleTables() {
    return Map.of(
        PrimeDelivery.DIM_ADDRESS,
        List.of(
            address(1, "a", "north", true, "01T00:00", "02T00:00"),
            address(1, "e", "west", false, "02T00:00", "05T00:00"),
            address(1, "c", "south", true, "05T00:00", null),
            address(2, "b", "south", true, "01T00:00", null)),
        PrimeDelivery.FACT_DELIVERY,
        List.of(
            delivery("d1", 1, "03T12:00", "03T11:00", "02T00:00"),
            delivery("d2", 2, "03T12:00", "03T13:00", "01T00:00"),
            delivery("d3", 1, "05T12:00", "05T18:00", "05T00:00")),
        PrimeDelivery.ON_TIME_RATE,
        List.of(
            rate("west", "2024-03-03", 1, 1, 1.0),
            rate("south", "2024-03-03", 1, 0, 0.0),
            rate("south", "2024-03-05", 1, 0, 0.0)));
  }

  private static Tuple address(
      long customer, String address, String region, boolean isPrime, String from, String to) {
    return Tuple.of(
        PrimeDelivery.ADDRESS_COLUMNS,
        customer,
        address,
        "city of " + address,
        region,
        isPrime,
        instant(from),
        to == null ? null : instant(to),
        to == null);
  }

  private static Tuple delivery(
      String delivery, long customer, String promised, String delivered, String address) {
    return Tuple.of(
        PrimeDelivery.DELIVERY_COLUMNS,
        delivery,
        customer,
        instant(promised),
        instant(delivered),
        instant(address));
  }

  private static Tuple rate(String region, String day, long deliveries, long onTime, double rate) {
    return Tuple.of(
        PrimeDelivery.RATE_COLUMNS, region, LocalDate.parse(day), deliveries, onTime, rate);
  }

  private static Instant instant(String text) {
    return Instant.parse(time(text));
  }
}
