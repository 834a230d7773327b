package com.barraiser.questions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that fit no packing: other ids, other times, more texts than have a number. */
final class OddRows {

  /** What takes the place of a column. */
  private static final Map<String, String> BY_COLUMN =
      Map.ofEntries(
          Map.entry(
              "order_id",
              "CASE pmod(hash(order_id), 9) WHEN 0 THEN concat(order_id, 'x')"
                  + " WHEN 1 THEN substr(order_id, 2) WHEN 2 THEN concat('\u00fc', substr(order_id, 3))"
                  + " ELSE order_id END"),
          Map.entry(
              "event_time",
              "CASE pmod(hash(event_time), 50) WHEN 0 THEN timestamp'0001-02-03 04:05:06.000007'"
                  + " WHEN 1 THEN timestamp'9999-02-03 04:05:06' WHEN 2 THEN timestamp'2024-03-01'"
                  + " ELSE event_time END"),
          Map.entry(
              "status",
              "CASE pmod(hash(status, event_time), 5) WHEN 0 THEN concat('S', pmod(hash(event_time), 700))"
                  + " WHEN 1 THEN repeat(status, 12) ELSE status END"),
          Map.entry(
              "extra",
              "if(pmod(hash(event_time, 1), 7) = 0, concat('{\"n\":', hash(event_time), '}'), extra)"),
          Map.entry(
              "asin",
              "CASE pmod(hash(asin), 9) WHEN 0 THEN concat(asin, 'x') WHEN 1 THEN lower(asin)"
                  + " WHEN 2 THEN '\u00fc' ELSE asin END"),
          Map.entry(
              "customer_id",
              "CASE pmod(hash(customer_id), 9) WHEN 0 THEN customer_id - 9223372036854775807"
                  + " WHEN 1 THEN 0L ELSE customer_id END"),
          Map.entry(
              "marketplace_id",
              "if(pmod(customer_id, 3) = 0, concat('M', pmod(hash(customer_id), 900)), marketplace_id)"),
          Map.entry(
              "session_ts",
              "if(pmod(hash(session_ts), 50) = 0, timestamp'0003-02-03 04:05:06', session_ts)"),
          Map.entry(
              "order_ts",
              "if(pmod(hash(order_ts), 9) = 0, timestamp'0003-02-05 04:05:06', order_ts)"),
          Map.entry(
              "shipment_id",
              "CASE pmod(hash(shipment_id), 9) WHEN 0 THEN concat(shipment_id, 'x')"
                  + " WHEN 1 THEN lower(shipment_id) WHEN 2 THEN concat('\u00fc', substr(shipment_id, 3))"
                  + " ELSE shipment_id END"),
          Map.entry(
              "category",
              "CASE pmod(hash(category, revenue), 9) WHEN 0 THEN repeat(category, 50) WHEN 1 THEN ''"
                  + " WHEN 2 THEN concat('\u00fc', pmod(hash(revenue), 5000)) ELSE category END"),
          Map.entry(
              "revenue",
              "CASE pmod(hash(revenue), 9) WHEN 0 THEN 9999999999999999.99BD"
                  + " WHEN 1 THEN -9999999999999999.99BD ELSE revenue END"),
          Map.entry(
              "shipped_ts",
              "if(pmod(hash(shipped_ts), 9) = 0, timestamp'0003-02-05 04:05:06', shipped_ts)"));

  private OddRows() {}

  /** The same rows, many of them odd. */
  static Dataset<Row> of(Dataset<Row> rows) {
    List<String> columns = List.of(rows.columns());
    // Marketplaces change with the customer, and stay where a table has none.
    boolean hasCustomers = columns.contains("customer_id");
    return rows.select(
        columns.stream()
            .map(
                c ->
                    BY_COLUMN.containsKey(c) && (hasCustomers || !c.equals("marketplace_id"))
                        ? expr(BY_COLUMN.get(c)).as(c)
                        : col(c))
            .toArray(Column[]::new));
  }
}
