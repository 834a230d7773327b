package com.barraiser.questions.latestorder;

import static com.barraiser.datasets.tables.CustomerOrders.CANCELED;
import static com.barraiser.datasets.tables.CustomerOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_ID;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_STATUS;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TOTAL;
import static com.barraiser.datasets.tables.CustomerOrders.ORDER_TS;
import static com.barraiser.datasets.tables.OrderItems.QTY;
import static java.util.Comparator.comparing;

import com.barraiser.datasets.Tuple;
import com.barraiser.datasets.Utf8;
import com.barraiser.datasets.tables.CustomerOrders;
import com.barraiser.datasets.tables.OrderItems;
import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Parameters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the later of two orders of a customer, then looks through all items for every winner. */
final class LatestOrderModel implements Model {

  private static final Comparator<Tuple> BY_RECENCY =
      comparing((Tuple order) -> order.instant(ORDER_TS))
          .thenComparing(order -> order.decimal(ORDER_TOTAL))
          .thenComparing(order -> order.text(ORDER_ID), Utf8.ORDER);

  @Override
  public List<Tuple> answer(Map<String, List<Tuple>> tables, Parameters parameters) {
    List<Tuple> items = tables.get(OrderItems.TABLE.name());
    Map<Long, Tuple> latest = new TreeMap<>();
    for (Tuple order : tables.get(CustomerOrders.TABLE.name())) {
      if (!order.text(ORDER_STATUS).equals(CANCELED)) {
        latest.merge(order.number(CUSTOMER_ID), order, LatestOrderModel::later);
      }
    }
    return latest.values().stream().map(order -> row(order, items)).toList();
  }

  private static Tuple later(Tuple a, Tuple b) {
    return BY_RECENCY.compare(a, b) >= 0 ? a : b;
  }

  private static Tuple row(Tuple order, List<Tuple> items) {
    long units = 0;
    for (Tuple item : items) {
      if (item.text(ORDER_ID).equals(order.text(ORDER_ID))) {
        units += item.integer(QTY);
      }
    }
    return Tuple.of(
        LatestOrder.COLUMNS,
        order.number(CUSTOMER_ID),
        order.text(ORDER_ID),
        order.instant(ORDER_TS),
        order.decimal(ORDER_TOTAL),
        units);
  }
}
