package com.barraiser.questions.ordersfact;

import com.barraiser.datasets.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The tables after the worked example, worked out by hand. */
final class ExampleTables {

  private static final LocalDate DAY = LocalDate.parse("2024-01-01");
  private static final Instant FIRST = Instant.parse("2024-01-02T06:00:00Z");
  private static final Instant SECOND = Instant.parse("2024-01-03T06:00:00Z");

  private ExampleTables() {}

  static Map<String, List<Tuple>> afterBothBatches() {
    return Map.of(
        OrdersFact.FACT,
        List.of(
            line("US", "o1", 1, 2, "10.00", "1.00", "PLACED", "2024-01-01T08:00:00Z"),
            line("US", "o1", 2, 1, "5.00", "0.00", "CANCELED", "2024-01-02T10:00:00Z"),
            line("DE", "o2", 1, 3, "4.00", "0.00", "PLACED", "2024-01-01T09:00:00Z")),
        OrdersFact.CONTROL,
        List.of(
            control("US", 2L, 2, 0, OrdersFact.COMPLETE, FIRST, SECOND),
            control("DE", 2L, 1, 1, OrdersFact.INCOMPLETE, FIRST, SECOND),
            control("JP", 1L, 0, 0, OrdersFact.MISSING, null, null)),
        OrdersFact.GMS_TABLE,
        List.of(gms("US", "19.00", 2, true), gms("DE", "12.00", 3, false)));
  }

  private static Tuple line(
      String marketplace,
      String order,
      int line,
      int quantity,
      String price,
      String discount,
      String status,
      String updatedAt) {
    return Tuple.of(
        List.of(OrdersFact.FACT_SCHEMA.fieldNames()),
        DAY,
        marketplace,
        order,
        line,
        7L,
        "B000000001",
        quantity,
        new BigDecimal(price),
        new BigDecimal(discount),
        status,
        Instant.parse("2024-01-01T00:00:00Z"),
        Instant.parse(updatedAt));
  }

  private static Tuple control(
      String marketplace,
      Long expected,
      long landed,
      long rejected,
      String status,
      Instant first,
      Instant last) {
    return Tuple.of(
        List.of(OrdersFact.CONTROL_SCHEMA.fieldNames()),
        DAY,
        marketplace,
        expected,
        landed,
        rejected,
        status,
        first,
        last);
  }

  private static Tuple gms(String marketplace, String gms, long units, boolean complete) {
    return Tuple.of(
        List.of(OrdersFact.GMS_SCHEMA.fieldNames()),
        DAY,
        marketplace,
        new BigDecimal(gms),
        units,
        complete);
  }
}
