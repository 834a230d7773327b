package com.barraiser.questions.primedelivery;

import static com.barraiser.datasets.tables.AddressChanges.ADDRESS_ID;
import static com.barraiser.datasets.tables.AddressChanges.CITY;
import static com.barraiser.datasets.tables.AddressChanges.CUSTOMER_ID;
import static com.barraiser.datasets.tables.AddressChanges.EFFECTIVE_AT;
import static com.barraiser.datasets.tables.AddressChanges.IS_PRIME;
import static com.barraiser.datasets.tables.AddressChanges.RECORDED_AT;
import static com.barraiser.datasets.tables.AddressChanges.REGION;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERED_AT;
import static com.barraiser.datasets.tables.DeliveryEvents.DELIVERY_ID;
import static com.barraiser.datasets.tables.DeliveryEvents.PROMISED_AT;
import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.Utf8;
import com.barraiser.datasets.tables.AddressChanges;
import com.barraiser.datasets.tables.DeliveryEvents;
import com.barraiser.vocabulary.warehouse.WarehouseModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Forgets the order of arrival, and looks through all changes for every interval and delivery. */
final class PrimeDeliveryModel implements WarehouseModel {

  private static final Comparator<Tuple> CHANGE_VERSIONS =
      comparing((Tuple change) -> change.instant(RECORDED_AT))
          .thenComparing(change -> change.text(ADDRESS_ID), Utf8.ORDER)
          .thenComparing(change -> change.text(CITY), Utf8.ORDER)
          .thenComparing(change -> change.text(REGION), Utf8.ORDER)
          .thenComparing(change -> change.truth(IS_PRIME));

  private static final Comparator<Tuple> DELIVERY_VERSIONS =
      comparing((Tuple delivery) -> delivery.instant(RECORDED_AT))
          .thenComparing(delivery -> delivery.number(CUSTOMER_ID))
          .thenComparing(delivery -> delivery.instant(PROMISED_AT))
          .thenComparing(delivery -> delivery.instant(DELIVERED_AT));

  @Override
  public Map<String, List<Tuple>> tables(List<Arrived> arrived) {
    Collection<Tuple> changes =
        latest(
            rows(arrived, AddressChanges.TABLE),
            change -> List.of(change.number(CUSTOMER_ID), change.instant(EFFECTIVE_AT)),
            CHANGE_VERSIONS);
    Collection<Tuple> deliveries =
        latest(
            rows(arrived, DeliveryEvents.TABLE),
            delivery -> delivery.text(DELIVERY_ID),
            DELIVERY_VERSIONS);
    return Map.of(
        PrimeDelivery.DIM_ADDRESS, changes.stream().map(c -> interval(c, changes)).toList(),
        PrimeDelivery.FACT_DELIVERY, deliveries.stream().map(d -> resolved(d, changes)).toList(),
        PrimeDelivery.ON_TIME_RATE, rates(deliveries, changes));
  }

  private static List<Tuple> rows(List<Arrived> arrived, Table feed) {
    return arrived.stream().flatMap(batch -> batch.feeds().get(feed.name()).stream()).toList();
  }

  private static Collection<Tuple> latest(
      List<Tuple> rows, Function<Tuple, Object> key, Comparator<Tuple> versions) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                key, Function.identity(), BinaryOperator.maxBy(versions), LinkedHashMap::new))
        .values();
  }

  private static Tuple interval(Tuple change, Collection<Tuple> changes) {
    Optional<Instant> end =
        changes.stream()
            .filter(other -> other.number(CUSTOMER_ID).equals(change.number(CUSTOMER_ID)))
            .map(other -> other.instant(EFFECTIVE_AT))
            .filter(other -> other.isAfter(change.instant(EFFECTIVE_AT)))
            .min(Comparator.naturalOrder());
    return Tuple.of(
        PrimeDelivery.ADDRESS_COLUMNS,
        change.number(CUSTOMER_ID),
        change.text(ADDRESS_ID),
        change.text(CITY),
        change.text(REGION),
        change.truth(IS_PRIME),
        change.instant(EFFECTIVE_AT),
        end.orElse(null),
        end.isEmpty());
  }

  private static Tuple resolved(Tuple delivery, Collection<Tuple> changes) {
    return Tuple.of(
        PrimeDelivery.DELIVERY_COLUMNS,
        delivery.text(DELIVERY_ID),
        delivery.number(CUSTOMER_ID),
        delivery.instant(PROMISED_AT),
        delivery.instant(DELIVERED_AT),
        inForce(delivery, changes).map(change -> change.instant(EFFECTIVE_AT)).orElse(null));
  }

  /** The customer's last change that holds at the promised time, if there is any. */
  private static Optional<Tuple> inForce(Tuple delivery, Collection<Tuple> changes) {
    return changes.stream()
        .filter(change -> change.number(CUSTOMER_ID).equals(delivery.number(CUSTOMER_ID)))
        .filter(change -> !change.instant(EFFECTIVE_AT).isAfter(delivery.instant(PROMISED_AT)))
        .max(comparing(change -> change.instant(EFFECTIVE_AT)));
  }

  private static List<Tuple> rates(Collection<Tuple> deliveries, Collection<Tuple> changes) {
    Map<RegionAndDay, List<Tuple>> groups = new LinkedHashMap<>();
    for (Tuple delivery : deliveries) {
      LocalDate day = delivery.instant(DELIVERED_AT).atZone(UTC).toLocalDate();
      inForce(delivery, changes)
          .map(change -> new RegionAndDay(change.text(REGION), day))
          .ifPresent(group -> groups.computeIfAbsent(group, g -> new ArrayList<>()).add(delivery));
    }
    return groups.entrySet().stream().map(e -> rate(e.getKey(), e.getValue())).toList();
  }

  private static Tuple rate(RegionAndDay group, List<Tuple> deliveries) {
    long onTime =
        deliveries.stream()
            .filter(d -> !d.instant(DELIVERED_AT).isAfter(d.instant(PROMISED_AT)))
            .count();
    return Tuple.of(
        PrimeDelivery.RATE_COLUMNS,
        group.region,
        group.day,
        (long) deliveries.size(),
        onTime,
        (double) onTime / deliveries.size());
  }

  private record RegionAndDay(String region, LocalDate day) {}
}
