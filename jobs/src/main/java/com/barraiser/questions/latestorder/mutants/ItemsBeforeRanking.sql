-- Joins items before the ranking, which then keeps one line of the latest order.
WITH ranked AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY customer_id
      ORDER BY order_ts DESC, order_total DESC, order_id DESC
    ) AS position
  FROM orders
  LEFT JOIN order_items USING (order_id)
  WHERE order_status <> 'CANCELED'
)
SELECT
  customer_id,
  order_id,
  order_ts,
  order_total,
  CAST(coalesce(qty, 0) AS BIGINT) AS total_units
FROM ranked
WHERE position = 1
