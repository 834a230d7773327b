-- The same ranking, but items are summed after it, so that only those of the latest orders are.
WITH latest AS (
  SELECT customer_id, order_id, order_ts, order_total
  FROM (
    SELECT
      *,
      row_number() OVER (
        PARTITION BY customer_id
        ORDER BY order_ts DESC, order_total DESC, order_id DESC
      ) AS position
    FROM orders
    WHERE order_status <> 'CANCELED'
  )
  WHERE position = 1
),
units AS (
  SELECT order_id, sum(qty) AS total_units
  FROM order_items
  LEFT SEMI JOIN latest USING (order_id)
  GROUP BY order_id
)
SELECT
  customer_id,
  order_id,
  order_ts,
  order_total,
  coalesce(total_units, 0) AS total_units
FROM latest
LEFT JOIN units USING (order_id)
