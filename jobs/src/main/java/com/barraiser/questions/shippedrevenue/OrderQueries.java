package com.barraiser.questions.shippedrevenue;

import static com.barraiser.datasets.tables.ShippingOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_ID;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_TS;
import static com.barraiser.datasets.tables.ShippingOrders.PRICE;
import static com.barraiser.datasets.tables.ShippingOrders.SHIP_TS;
import static com.barraiser.datasets.tables.ShippingOrders.SKU_ID;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.CUSTOMER_KEY;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.DIM_CUSTOMER;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.DIM_SKU;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.FACT_ORDER;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SKU_KEY;

import com.barraiser.vocabulary.warehouse.SurrogateKeys;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is asked of the tables, whatever keys they use. */
final class OrderQueries {

  private static final SurrogateKeys CUSTOMER_KEYS =
      new SurrogateKeys(DIM_CUSTOMER, CUSTOMER_KEY, List.of(CUSTOMER_ID));

  private static final SurrogateKeys SKU_KEYS =
      new SurrogateKeys(DIM_SKU, SKU_KEY, List.of(SKU_ID));

  private OrderQueries() {}

  /** The orders; in the places of the keys stand customers and products. */
  static Dataset<Row> resolvedOrders(Warehouse warehouse) {
    return warehouse
        .table(FACT_ORDER)
        .select(ORDER_ID, CUSTOMER_KEY, SKU_KEY, ORDER_TS, SHIP_TS, PRICE)
        .join(
            warehouse.table(DIM_CUSTOMER).select(CUSTOMER_KEY, CUSTOMER_ID),
            new String[] {CUSTOMER_KEY},
            "left_outer")
        .join(
            warehouse.table(DIM_SKU).select(SKU_KEY, SKU_ID), new String[] {SKU_KEY}, "left_outer")
        .select(ORDER_ID, CUSTOMER_ID, SKU_ID, ORDER_TS, SHIP_TS, PRICE);
  }

  /** What is wrong with the keys, a line each. */
  static List<String> brokenKeys(Warehouse warehouse) {
    return Stream.of(CUSTOMER_KEYS, SKU_KEYS)
        .flatMap(keys -> keys.broken(warehouse).stream())
        .toList();
  }
}
