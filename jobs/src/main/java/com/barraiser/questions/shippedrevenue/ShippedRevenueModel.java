package com.barraiser.questions.shippedrevenue;

import static com.barraiser.datasets.tables.CustomerRecords.CUSTOMER_ID;
import static com.barraiser.datasets.tables.CustomerRecords.CUSTOMER_NAME;
import static com.barraiser.datasets.tables.CustomerRecords.SEGMENT;
import static com.barraiser.datasets.tables.CustomerRecords.UPDATED_AT;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_ID;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_TS;
import static com.barraiser.datasets.tables.ShippingOrders.PRICE;
import static com.barraiser.datasets.tables.ShippingOrders.SHIP_TS;
import static com.barraiser.datasets.tables.SkuRecords.CATEGORY;
import static com.barraiser.datasets.tables.SkuRecords.SKU_ID;
import static com.barraiser.datasets.tables.SkuRecords.SKU_NAME;
import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import com.barraiser.datasets.Table;
import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.Utf8;
import com.barraiser.datasets.tables.CustomerRecords;
import com.barraiser.datasets.tables.ShippingOrders;
import com.barraiser.datasets.tables.SkuRecords;
import com.barraiser.vocabulary.warehouse.WarehouseModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes the latest version of everything that ever arrived, and adds up what was shipped. */
final class ShippedRevenueModel implements WarehouseModel {

  private static final Comparator<Tuple> ORDER_VERSIONS =
      comparing((Tuple order) -> order.instant(UPDATED_AT))
          .thenComparing(order -> order.number(CUSTOMER_ID))
          .thenComparing(order -> order.text(SKU_ID), Utf8.ORDER)
          .thenComparing(order -> order.instant(ORDER_TS))
          .thenComparing(order -> order.instant(SHIP_TS), nullsFirst(naturalOrder()))
          .thenComparing(order -> order.decimal(PRICE));

  private static final Comparator<Tuple> CUSTOMER_VERSIONS =
      comparing((Tuple customer) -> customer.instant(UPDATED_AT))
          .thenComparing(customer -> customer.text(CUSTOMER_NAME), Utf8.ORDER)
          .thenComparing(customer -> customer.text(SEGMENT), Utf8.ORDER);

  private static final Comparator<Tuple> SKU_VERSIONS =
      comparing((Tuple sku) -> sku.instant(UPDATED_AT))
          .thenComparing(sku -> sku.text(SKU_NAME), Utf8.ORDER)
          .thenComparing(sku -> sku.text(CATEGORY), Utf8.ORDER);

  @Override
  public Map<String, List<Tuple>> tables(List<Arrived> arrived) {
    List<Tuple> every = rows(arrived, ShippingOrders.TABLE);
    Collection<Tuple> orders = latest(every, order -> order.text(ORDER_ID), ORDER_VERSIONS);
    List<Tuple> customers =
        members(
            latest(
                rows(arrived, CustomerRecords.TABLE),
                customer -> customer.number(CUSTOMER_ID),
                CUSTOMER_VERSIONS),
            every,
            order -> order.number(CUSTOMER_ID),
            customer ->
                row(
                    ShippedRevenue.CUSTOMER_COLUMNS,
                    customer.number(CUSTOMER_ID),
                    customer.text(CUSTOMER_NAME),
                    customer.text(SEGMENT),
                    false),
            id -> row(ShippedRevenue.CUSTOMER_COLUMNS, id, null, null, true));
    List<Tuple> skus =
        members(
            latest(rows(arrived, SkuRecords.TABLE), sku -> sku.text(SKU_ID), SKU_VERSIONS),
            every,
            order -> order.text(SKU_ID),
            sku ->
                row(
                    ShippedRevenue.SKU_COLUMNS,
                    sku.text(SKU_ID),
                    sku.text(SKU_NAME),
                    sku.text(CATEGORY),
                    false),
            id -> row(ShippedRevenue.SKU_COLUMNS, id, null, null, true));
    return Map.of(
        ShippedRevenue.DIM_CUSTOMER,
        customers,
        ShippedRevenue.DIM_SKU,
        skus,
        ShippedRevenue.FACT_ORDER,
        orders.stream().map(ShippedRevenueModel::fact).toList(),
        ShippedRevenue.SHIPPED_REVENUE,
        revenue(orders));
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

  /** The members that have arrived, and those that any version of an order names. */
  private static List<Tuple> members(
      Collection<Tuple> records,
      List<Tuple> orders,
      Function<Tuple, Object> reference,
      Function<Tuple, Tuple> known,
      Function<Object, Tuple> inferred) {
    Map<Object, Tuple> members = new LinkedHashMap<>();
    orders.forEach(
        order -> members.put(reference.apply(order), inferred.apply(reference.apply(order))));
    records.forEach(record -> members.put(reference.apply(record), known.apply(record)));
    return new ArrayList<>(members.values());
  }

  private static Tuple fact(Tuple order) {
    return row(
        ShippedRevenue.ORDER_COLUMNS,
        order.text(ORDER_ID),
        order.number(CUSTOMER_ID),
        order.text(SKU_ID),
        order.instant(ORDER_TS),
        order.instant(SHIP_TS),
        order.decimal(PRICE));
  }

  private static List<Tuple> revenue(Collection<Tuple> orders) {
    Map<LocalDate, List<Tuple>> days = new TreeMap<>();
    orders.stream()
        .filter(order -> order.instant(SHIP_TS) != null)
        .forEach(
            order ->
                days.computeIfAbsent(
                        order.instant(SHIP_TS).atZone(UTC).toLocalDate(), day -> new ArrayList<>())
                    .add(order));
    return days.entrySet().stream()
        .map(
            day ->
                row(
                    ShippedRevenue.REVENUE_COLUMNS,
                    day.getKey(),
                    day.getValue().stream()
                        .map(order -> order.decimal(PRICE))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                    (long) day.getValue().size()))
        .toList();
  }

  private static Tuple row(List<String> columns, Object... values) {
    return Tuple.of(columns, values);
  }
}
