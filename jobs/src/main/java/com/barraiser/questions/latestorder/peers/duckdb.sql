-- DuckDB's plain answer: the first order of each customer by rank, then the units of those orders.
WITH latest AS (
  SELECT customer_id, order_id, order_ts, order_total
  FROM orders
  WHERE order_status <> 'CANCELED'
  QUALIFY row_number() OVER (
    PARTITION BY customer_id
    ORDER BY order_ts DESC, order_total DESC, order_id DESC
  ) = 1
),
units AS (
  SELECT order_id, sum(qty) AS total_units
  FROM order_items
  WHERE order_id IN (SELECT order_id FROM latest)
  GROUP BY order_id
)
SELECT
  customer_id,
  order_id,
  order_ts,
  order_total,
  CAST(coalesce(total_units, 0) AS BIGINT) AS total_units
FROM latest
LEFT JOIN units USING (order_id)
