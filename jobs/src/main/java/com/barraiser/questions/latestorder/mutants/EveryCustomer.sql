-- Leaves canceled orders out inside the aggregate, so customers who canceled all have a row of nothing.
WITH latest AS (
  SELECT
    customer_id,
    max(struct(order_ts, order_total, order_id)) FILTER (
      WHERE order_status <> 'CANCELED'
    ) AS winner
  FROM orders
  GROUP BY customer_id
),
units AS (
  SELECT order_id, sum(qty) AS total_units
  FROM order_items
  GROUP BY order_id
)
SELECT
  customer_id,
  winner.order_id,
  winner.order_ts,
  winner.order_total,
  coalesce(total_units, 0) AS total_units
FROM latest
LEFT JOIN units ON units.order_id = winner.order_id
