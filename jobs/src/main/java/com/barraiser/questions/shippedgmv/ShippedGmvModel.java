package com.barraiser.questions.shippedgmv;

import static com.barraiser.datasets.tables.OrderTotals.ORDER_ID;
import static com.barraiser.datasets.tables.OrderTotals.ORDER_TOTAL;
import static com.barraiser.datasets.tables.ShipmentEvents.EVENT_TYPE;
import static com.barraiser.datasets.tables.ShipmentEvents.SHIPPED;
import static com.barraiser.datasets.tables.Shipments.SHIPMENT_ID;
import static com.barraiser.datasets.tables.Shipments.SHIPPED_TS;
import static java.time.ZoneOffset.UTC;

import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.tables.OrderTotals;
import com.barraiser.datasets.tables.ShipmentEvents;
import com.barraiser.datasets.tables.Shipments;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Parameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks through all shipments for every order, and through all events for every shipment. */
final class ShippedGmvModel implements Model {

  @Override
  public List<Tuple> answer(Map<String, List<Tuple>> tables, Parameters parameters) {
    List<Tuple> events = tables.get(ShipmentEvents.TABLE.name());
    List<Tuple> counting =
        tables.get(Shipments.TABLE.name()).stream()
            .filter(shipment -> counts(shipment, events))
            .toList();
    Map<LocalDate, Day> days = new TreeMap<>();
    for (Tuple order : tables.get(OrderTotals.TABLE.name())) {
      firstShipped(order, counting)
          .map(time -> time.atZone(UTC).toLocalDate())
          .ifPresent(date -> days.merge(date, new Day(1, order.decimal(ORDER_TOTAL)), Day::plus));
    }
    return days.entrySet().stream()
        .map(
            day ->
                Tuple.of(
                    ShippedGmv.COLUMNS, day.getKey(), day.getValue().orders, day.getValue().gmv))
        .toList();
  }

  private static boolean counts(Tuple shipment, List<Tuple> events) {
    return shipment.instant(SHIPPED_TS) != null
        && events.stream()
            .filter(event -> event.text(SHIPMENT_ID).equals(shipment.text(SHIPMENT_ID)))
            .anyMatch(event -> event.text(EVENT_TYPE).equals(SHIPPED));
  }

  private static Optional<Instant> firstShipped(Tuple order, List<Tuple> counting) {
    return counting.stream()
        .filter(shipment -> shipment.text(ORDER_ID).equals(order.text(ORDER_ID)))
        .map(shipment -> shipment.instant(SHIPPED_TS))
        .min(Comparator.naturalOrder());
  }

  /** Orders of a day, and their totals together. */
  private record Day(long orders, BigDecimal gmv) {

    Day plus(Day other) {
      return new Day(orders + other.orders, gmv.add(other.gmv));
    }
  }
}
