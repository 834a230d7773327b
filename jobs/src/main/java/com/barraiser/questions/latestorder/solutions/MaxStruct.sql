-- No window: the greatest (time, total, id) of each customer is the latest order. The shortest, but
-- Spark still sorts, since a struct has no fixed width.
WITH latest AS (
  SELECT customer_id, max(struct(order_ts, order_total, order_id)) AS winner
  FROM orders
  WHERE order_status <> 'CANCELED'
  GROUP BY customer_id
)
SELECT
  customer_id,
  winner.order_id,
  winner.order_ts,
  winner.order_total,
  coalesce(sum(qty), 0) AS total_units
FROM latest
LEFT JOIN order_items ON order_items.order_id = winner.order_id
GROUP BY customer_id, winner
