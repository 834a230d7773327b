package com.barraiser.questions.ordersfact;

import com.barraiser.datasets.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The tables after the worked example, worked out by hand. */
final class ExampleTables {

  private static final String DAY = "2024-01-01";
  private static final String NEXT_DAY = "2024-01-02";
  private static final Instant FIRST = Instant.parse("2024-01-02T06:00:00Z");
  private static final Instant SECOND = Instant.parse("2024-01-03T06:00:00Z");

  private ExampleTables() {}

  static Map<String, List<Tuple>> afterBothBatches() {
    return Map.of(
        OrdersFact.FACT,
        List.of(
            line(DAY, "US", "o1", 1, 2, "10.00", "1.00", "PLACED", "2024-01-01T08:00:00Z"),
            line(DAY, "US", "o1", 2, 1, "5.00", "0.00", "CANCELED", "2024-01-02T10:00:00Z"),
            line(DAY, "DE", "o2", 1, 3, "4.00", "0.00", "PLACED", "2024-01-01T09:00:00Z"),
            line(NEXT_DAY, "DE", "o3", 1, 1, "6.00", "0.00", "PLACED", "2024-01-02T11:00:00Z")),
        OrdersFact.CONTROL,
        List.of(
            control(DAY, "US", 2L, 2, 0, OrdersFact.COMPLETE, FIRST, SECOND),
            control(DAY, "DE", 3L, 2, 1, OrdersFact.INCOMPLETE, FIRST, SECOND),
            control(DAY, "JP", 1L, 0, 0, OrdersFact.MISSING, null, null),
            control(NEXT_DAY, "DE", null, 1, 0, OrdersFact.INCOMPLETE, SECOND, SECOND)),
        OrdersFact.GMS_TABLE,
        List.of(
            gms(DAY, "US", "19.00", 2, true),
            gms(DAY, "DE", "12.00", 3, false),
            gms(NEXT_DAY, "DE", "6.00", 1, false)));
  }

  private static Tuple line(
      String day,
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
        LocalDate.parse(day),
        marketplace,
        order,
        line,
        7L,
        "B000000001",
        quantity,
        new BigDecimal(price),
        new BigDecimal(discount),
        status,
        Instant.parse(day + "T00:00:00Z"),
        Instant.parse(updatedAt));
  }

  private static Tuple control(
      String day,
      String marketplace,
      Long expected,
      long landed,
      long rejected,
      String status,
      Instant first,
      Instant last) {
    return Tuple.of(
        List.of(OrdersFact.CONTROL_SCHEMA.fieldNames()),
        LocalDate.parse(day),
        marketplace,
        expected,
        landed,
        rejected,
        status,
        first,
        last);
  }

  private static Tuple gms(
      String day, String marketplace, String gms, long units, boolean complete) {
    return Tuple.of(
        List.of(OrdersFact.GMS_SCHEMA.fieldNames()),
        LocalDate.parse(day),
        marketplace,
        new BigDecimal(gms),
        units,
        complete);
  }
}
