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

import com.barraiser.vocabulary.warehouse.Warehouse;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is asked of the tables, whatever keys they use. */
final class OrderQueries {

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
}
