-- DuckDB with the trick of hash-joins: one aggregate over orders and times together, and whole numbers.
WITH orders_and_times AS (
  SELECT
    order_id,
    order_total,
    CAST(NULL AS BIGINT) AS micros
  FROM orders
  UNION ALL
  SELECT
    order_id,
    NULL AS order_total,
    epoch_us(shipped_ts) AS micros
  FROM shipments
  WHERE shipped_ts IS NOT NULL
    AND shipment_id IN (
      SELECT shipment_id
      FROM shipment_events
      WHERE event_type = 'SHIPPED'
    )
),
first_shipped AS (
  SELECT
    max(order_total) AS order_total,
    min(micros) AS micros
  FROM orders_and_times
  GROUP BY order_id
)
SELECT
  CAST(make_timestamp(micros) AS DATE) AS ship_date,
  count(*) AS orders_shipped,
  sum(order_total) AS gmv
FROM first_shipped
WHERE order_total IS NOT NULL AND micros IS NOT NULL
GROUP BY ship_date
