package com.barraiser.questions.shippedrevenue;

import static com.barraiser.questions.shippedrevenue.Hours.batch;
import static com.barraiser.vocabulary.warehouse.ShortRows.time;

import com.barraiser.datasets.Tuple;
import com.barraiser.vocabulary.warehouse.Sequence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sequences of batches that tell a right answer from a wrong one. */
final class ShippedRevenueSequences {

  /** An order moves to another day, and a customer arrives after the order that names it. */
  static final Sequence EXAMPLE =
      new Sequence(
          "worked-example",
          "not having read the statement",
          List.of(
              batch(
                  """
                  o1 1 s1 02T10:00 10.00 02T10:05
                  o2 2 s1 -        20.00 02T10:10
                  """,
                  "1 ann 01T00:00",
                  "s1 soap 01T00:00"),
              batch(
                  """
                  o2 2 s1 02T20:00 20.00 02T20:05
                  o1 1 s1 03T10:00 10.00 03T10:05
                  """,
                  "",
                  ""),
              batch(
                  """
                  o2 2 s1 -        20.00 02T10:10
                  """,
                  "2 bob 04T00:00",
                  "")));

  private ShippedRevenueSequences() {}

  static List<Sequence> all() {
    return Stream.of(List.of(EXAMPLE), MemberSequences.all(), DaySequences.all())
        .flatMap(List::stream)
        .toList();
  }

  static Map<String, List<Tuple>> exampleTables() {
    return Map.of(
        ShippedRevenue.DIM_CUSTOMER,
        List.of(
            Tuple.of(ShippedRevenue.CUSTOMER_COLUMNS, 1L, "ann", "segment of ann", false),
            Tuple.of(ShippedRevenue.CUSTOMER_COLUMNS, 2L, "bob", "segment of bob", false)),
        ShippedRevenue.DIM_SKU,
        List.of(Tuple.of(ShippedRevenue.SKU_COLUMNS, "s1", "soap", "category of soap", false)),
        ShippedRevenue.FACT_ORDER,
        List.of(order("o1", 1, "03T10:00", "10.00"), order("o2", 2, "02T20:00", "20.00")),
        ShippedRevenue.SHIPPED_REVENUE,
        List.of(day("2024-03-02", "20.00", 1), day("2024-03-03", "10.00", 1)));
  }

  private static Tuple order(String id, long customer, String shipped, String price) {
    return Tuple.of(
        ShippedRevenue.ORDER_COLUMNS,
        id,
        customer,
        "s1",
        Instant.parse(time("01T08:00")),
        Instant.parse(time(shipped)),
        new BigDecimal(price));
  }

  private static Tuple day(String date, String revenue, long orders) {
    return Tuple.of(
        ShippedRevenue.REVENUE_COLUMNS, LocalDate.parse(date), new BigDecimal(revenue), orders);
  }
}
