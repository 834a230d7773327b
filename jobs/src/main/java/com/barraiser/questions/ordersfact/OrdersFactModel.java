package com.barraiser.questions.ordersfact;

import static com.barraiser.datasets.tables.OrderLines.ASIN;
import static com.barraiser.datasets.tables.OrderLines.CANCELED;
import static com.barraiser.datasets.tables.OrderLines.CUSTOMER_ID;
import static com.barraiser.datasets.tables.OrderLines.DISCOUNT;
import static com.barraiser.datasets.tables.OrderLines.EVENT_DATE;
import static com.barraiser.datasets.tables.OrderLines.ITEM_PRICE;
import static com.barraiser.datasets.tables.OrderLines.LINE_ID;
import static com.barraiser.datasets.tables.OrderLines.MARKETPLACE_ID;
import static com.barraiser.datasets.tables.OrderLines.ORDER_ID;
import static com.barraiser.datasets.tables.OrderLines.ORDER_STATUS;
import static com.barraiser.datasets.tables.OrderLines.ORDER_TS;
import static com.barraiser.datasets.tables.OrderLines.QTY;
import static com.barraiser.datasets.tables.OrderLines.UPDATED_AT;
import static java.util.Comparator.comparing;

import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.Utf8;
import com.barraiser.datasets.tables.ExpectedPartitions;
import com.barraiser.datasets.tables.LandedPartitions;
import com.barraiser.datasets.tables.OrderLines;
import com.barraiser.vocabulary.warehouse.WarehouseModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The tables from everything that ever arrived: one loop for each. */
final class OrdersFactModel implements WarehouseModel {

  /** An older version of a line before a newer one. */
  private static final Comparator<Tuple> AGE =
      comparing((Tuple line) -> line.instant(UPDATED_AT))
          .thenComparing(line -> line.text(MARKETPLACE_ID), Utf8.ORDER)
          .thenComparing(line -> line.number(CUSTOMER_ID))
          .thenComparing(line -> line.text(ASIN), Utf8.ORDER)
          .thenComparing(line -> line.integer(QTY))
          .thenComparing(line -> line.decimal(ITEM_PRICE))
          .thenComparing(line -> line.decimal(DISCOUNT))
          .thenComparing(line -> line.text(ORDER_STATUS), Utf8.ORDER)
          .thenComparing(line -> line.instant(ORDER_TS))
          .thenComparing(line -> line.date(EVENT_DATE));

  @Override
  public Map<String, List<Tuple>> tables(List<Arrived> arrived) {
    List<Tuple> lines = all(arrived, OrderLines.TABLE.name());
    List<Tuple> fact = fact(lines);
    List<Tuple> control =
        control(
            lines,
            all(arrived, LandedPartitions.TABLE.name()),
            all(arrived, ExpectedPartitions.TABLE.name()));
    return Map.of(
        OrdersFact.FACT, fact,
        OrdersFact.CONTROL, control,
        OrdersFact.GMS_TABLE, gms(fact, control));
  }

  private static List<Tuple> all(List<Arrived> arrived, String feed) {
    return arrived.stream().flatMap(batch -> batch.feeds().get(feed).stream()).toList();
  }

  private static List<Tuple> fact(List<Tuple> lines) {
    Map<List<Object>, Tuple> newest = new LinkedHashMap<>();
    for (Tuple line : lines) {
      newest.merge(ids(line), line, (a, b) -> AGE.compare(a, b) < 0 ? b : a);
    }
    return newest.values().stream().map(OrdersFactModel::factRow).toList();
  }

  /** What makes a line, wherever its versions land. */
  private static List<Object> ids(Tuple line) {
    return List.of(line.text(ORDER_ID), line.integer(LINE_ID));
  }

  private static Tuple factRow(Tuple line) {
    return Tuple.of(
        List.of(OrdersFact.FACT_SCHEMA.fieldNames()),
        line.date(EVENT_DATE),
        line.text(MARKETPLACE_ID),
        line.text(ORDER_ID),
        line.integer(LINE_ID),
        line.number(CUSTOMER_ID),
        line.text(ASIN),
        line.integer(QTY),
        line.decimal(ITEM_PRICE),
        line.decimal(DISCOUNT),
        line.text(ORDER_STATUS),
        line.instant(ORDER_TS),
        line.instant(UPDATED_AT));
  }

  private static List<Tuple> control(
      List<Tuple> lines, List<Tuple> landings, List<Tuple> expectations) {
    Set<Partition> partitions = new LinkedHashSet<>();
    for (List<Tuple> rows : List.of(lines, landings, expectations)) {
      rows.forEach(row -> partitions.add(Partition.of(row)));
    }
    List<Tuple> rows = new ArrayList<>();
    for (Partition partition : partitions) {
      rows.add(
          controlRow(
              partition,
              partition.in(lines).stream().map(OrdersFactModel::ids).distinct().count(),
              partition.in(landings),
              partition.in(expectations)));
    }
    return rows;
  }

  private static Tuple controlRow(
      Partition partition, long landed, List<Tuple> landings, List<Tuple> expectations) {
    Long expected =
        expectations.stream()
            .map(row -> row.number(ExpectedPartitions.EXPECTED_ROWS))
            .max(Comparator.naturalOrder())
            .orElse(null);
    long rejected =
        landings.stream()
            .mapToLong(row -> row.number(LandedPartitions.REJECTED_ROWS))
            .max()
            .orElse(0);
    List<Instant> loads =
        landings.stream().map(row -> row.instant(LandedPartitions.LOADED_AT)).sorted().toList();
    return Tuple.of(
        List.of(OrdersFact.CONTROL_SCHEMA.fieldNames()),
        partition.day(),
        partition.marketplace(),
        expected,
        landed,
        rejected,
        status(expected, landed),
        loads.isEmpty() ? null : loads.get(0),
        loads.isEmpty() ? null : loads.get(loads.size() - 1));
  }

  private static String status(Long expected, long landed) {
    if (expected != null && landed >= expected) {
      return OrdersFact.COMPLETE;
    }
    return landed == 0 ? OrdersFact.MISSING : OrdersFact.INCOMPLETE;
  }

  private static List<Tuple> gms(List<Tuple> fact, List<Tuple> control) {
    List<Tuple> rows = new ArrayList<>();
    for (Tuple row : control) {
      Partition partition = Partition.of(row);
      List<Tuple> lines = partition.in(fact);
      if (!lines.isEmpty()) {
        rows.add(gmsRow(partition, lines, row.text(OrdersFact.STATUS)));
      }
    }
    return rows;
  }

  private static Tuple gmsRow(Partition partition, List<Tuple> lines, String status) {
    BigDecimal gms = new BigDecimal("0.00");
    long units = 0;
    for (Tuple line : lines) {
      if (!line.text(ORDER_STATUS).equals(CANCELED)) {
        BigDecimal pieces = BigDecimal.valueOf(line.integer(QTY));
        gms = gms.add(line.decimal(ITEM_PRICE).multiply(pieces)).subtract(line.decimal(DISCOUNT));
        units += line.integer(QTY);
      }
    }
    return Tuple.of(
        List.of(OrdersFact.GMS_SCHEMA.fieldNames()),
        partition.day(),
        partition.marketplace(),
        gms,
        units,
        status.equals(OrdersFact.COMPLETE));
  }

  /** A day of a marketplace. */
  private record Partition(LocalDate day, String marketplace) {

    static Partition of(Tuple row) {
      return new Partition(row.date(EVENT_DATE), row.text(MARKETPLACE_ID));
    }

    List<Tuple> in(List<Tuple> rows) {
      return rows.stream().filter(row -> Objects.equals(of(row), this)).toList();
    }
  }
}
