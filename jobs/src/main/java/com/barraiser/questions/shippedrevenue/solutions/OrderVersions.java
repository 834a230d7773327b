package com.barraiser.questions.shippedrevenue.solutions;

import static com.barraiser.datasets.tables.ShippingOrders.CUSTOMER_ID;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_ID;
import static com.barraiser.datasets.tables.ShippingOrders.ORDER_TS;
import static com.barraiser.datasets.tables.ShippingOrders.PRICE;
import static com.barraiser.datasets.tables.ShippingOrders.SHIP_TS;
import static com.barraiser.datasets.tables.ShippingOrders.SKU_ID;
import static com.barraiser.datasets.tables.ShippingOrders.UPDATED_AT;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.CUSTOMER_KEY;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SHIP_DATE;
import static com.barraiser.questions.shippedrevenue.ShippedRevenue.SKU_KEY;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import com.barraiser.vocabulary.warehouse.IdLookup;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The latest versions of orders.
 *
 * @param customers the dimension that has every customer whom an order names
 * @param skus the dimension that has every product that an order names
 * @param fact the orders until now
 */
record OrderVersions(Dataset<Row> customers, Dataset<Row> skus, Dataset<Row> fact) {

  /** Whether the fact has the order already. */
  static final String IS_KNOWN = "is_known";

  /** The partition in which a known order lies until now; null for one that is not shipped. */
  static final String KNOWN_DATE = "known_date";

  private static final String VERSION = "version";
  private static final String KNOWN_VERSION = "known_version";

  /** The orders that the fact lacks or has in an older version. */
  Dataset<Row> differences(Dataset<Row> orders) {
    Dataset<Row> again = IdLookup.rows(fact, orders.select(ORDER_ID), SHIP_DATE);
    return latest(again, orders)
        .filter(not(col(VERSION).eqNullSafe(col(KNOWN_VERSION))))
        .transform(this::stored);
  }

  /** All orders. */
  Dataset<Row> all(Dataset<Row> orders) {
    return latest(fact, orders).transform(this::stored).drop(IS_KNOWN, KNOWN_DATE);
  }

  private Dataset<Row> latest(Dataset<Row> known, Dataset<Row> orders) {
    return known(known)
        .unionByName(arriving(orders))
        .groupBy(ORDER_ID)
        .agg(
            max(VERSION).as(VERSION),
            max(KNOWN_VERSION).as(KNOWN_VERSION),
            max(IS_KNOWN).as(IS_KNOWN),
            max(KNOWN_DATE).as(KNOWN_DATE));
  }

  /** Versions are compared by what orders name, not by the keys of it. */
  private Dataset<Row> known(Dataset<Row> rows) {
    return rows.join(
            customers.select(CUSTOMER_KEY, CUSTOMER_ID), new String[] {CUSTOMER_KEY}, "inner")
        .join(skus.select(SKU_KEY, SKU_ID), new String[] {SKU_KEY}, "inner")
        .select(
            col(ORDER_ID),
            version().as(VERSION),
            version().as(KNOWN_VERSION),
            lit(true).as(IS_KNOWN),
            col(SHIP_DATE).as(KNOWN_DATE));
  }

  private static Dataset<Row> arriving(Dataset<Row> orders) {
    return orders.select(
        col(ORDER_ID),
        version().as(VERSION),
        when(lit(false), version()).as(KNOWN_VERSION),
        lit(false).as(IS_KNOWN),
        lit(null).cast(DataTypes.DateType).as(KNOWN_DATE));
  }

  private Dataset<Row> stored(Dataset<Row> orders) {
    return orders
        .select(col(ORDER_ID), col(VERSION + ".*"), col(IS_KNOWN), col(KNOWN_DATE))
        .join(customers.select(CUSTOMER_KEY, CUSTOMER_ID), new String[] {CUSTOMER_ID}, "inner")
        .join(skus.select(SKU_KEY, SKU_ID), new String[] {SKU_ID}, "inner")
        .select(
            col(ORDER_ID),
            col(CUSTOMER_KEY),
            col(SKU_KEY),
            col(ORDER_TS),
            col(SHIP_TS),
            col(PRICE),
            col(UPDATED_AT),
            to_date(col(SHIP_TS)).as(SHIP_DATE),
            col(IS_KNOWN),
            col(KNOWN_DATE));
  }

  /** The greatest of several for one order counts. */
  private static Column version() {
    return struct(UPDATED_AT, CUSTOMER_ID, SKU_ID, ORDER_TS, SHIP_TS, PRICE);
  }
}
