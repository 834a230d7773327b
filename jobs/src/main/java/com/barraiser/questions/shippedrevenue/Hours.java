package com.barraiser.questions.shippedrevenue;

import static com.barraiser.vocabulary.warehouse.ShortRows.first;
import static com.barraiser.vocabulary.warehouse.ShortRows.last;
import static com.barraiser.vocabulary.warehouse.ShortRows.lines;
import static com.barraiser.vocabulary.warehouse.ShortRows.time;

import com.barraiser.vocabulary.warehouse.Batch;
import java.util.Map;

/** Writes batches from rows as short as they can be. */
final class Hours {

  /** When an order was placed, unless its row says so. */
  private static final String ORDERED = "01T08:00";

  private Hours() {}

  /**
   * A batch.
   *
   * @param orders a line each: order, customer, product, time of shipping or a hyphen, price, time
   *     of the version, and the time of the order where it matters
   * @param customers a line each: customer, name, time of the version; of {@code ann/b} the name is
   *     {@code ann}, and the segment that of {@code b}
   * @param skus a line each: product, name, time of the version; the same with its category
   */
  static Batch batch(String orders, String customers, String skus) {
    return new Batch(
        Map.of(
            "orders",
                lines(
                    orders,
                    row -> order(row[0], row[1], row[2], row[3], row[4], row[5], ordered(row))),
            "customers", lines(customers, row -> customer(row[0], row[1], row[2])),
            "skus", lines(skus, row -> sku(row[0], row[1], row[2]))),
        Map.of());
  }

  /** A batch of nothing but orders. */
  static Batch orders(String orders) {
    return batch(orders, "", "");
  }

  private static String ordered(String[] row) {
    return row.length == 6 ? ORDERED : row[6];
  }

  /** One line of JSON for an order. */
  static String order(
      String id, String customer, String sku, String shipped, String price, String updated) {
    return order(id, customer, sku, shipped, price, updated, ORDERED);
  }

  private static String order(
      String id,
      String customer,
      String sku,
      String shipped,
      String price,
      String updated,
      String ordered) {
    return """
        {"order_id":"%s","customer_id":%s,"sku_id":"%s","order_ts":"%s",\
        "ship_ts":%s,"price":%s,"updated_at":"%s"}"""
        .formatted(
            id,
            customer,
            sku,
            time(ordered),
            shipped.equals("-") ? "null" : "\"" + time(shipped) + "\"",
            price,
            time(updated));
  }

  /** One line of JSON for a customer. */
  static String customer(String id, String name, String updated) {
    return """
        {"customer_id":%s,"customer_name":"%s","segment":"segment of %s","updated_at":"%s"}"""
        .formatted(id, first(name), last(name), time(updated));
  }

  /** One line of JSON for a product. */
  static String sku(String id, String name, String updated) {
    return """
        {"sku_id":"%s","sku_name":"%s","category":"category of %s","updated_at":"%s"}"""
        .formatted(id, first(name), last(name), time(updated));
  }
}
