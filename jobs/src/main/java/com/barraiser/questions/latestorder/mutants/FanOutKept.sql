-- Joins items after the ranking and forgets to sum them: one row for every line.
WITH ranked AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY customer_id
      ORDER BY order_ts DESC, order_total DESC, order_id DESC
    ) AS position
  FROM orders
  WHERE order_status <> 'CANCELED'
)
SELECT
  customer_id,
  order_id,
  order_ts,
  order_total,
  CAST(coalesce(qty, 0) AS BIGINT) AS total_units
FROM ranked
LEFT JOIN order_items USING (order_id)
WHERE position = 1
