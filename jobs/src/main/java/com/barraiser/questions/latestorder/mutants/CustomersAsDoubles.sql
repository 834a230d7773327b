-- Groups customers as DOUBLE, as in a data frame with missing values: 53 bits are left.
WITH units AS (
  SELECT order_id, sum(qty) AS total_units
  FROM order_items
  GROUP BY order_id
),
ranked AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY CAST(customer_id AS DOUBLE)
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
  coalesce(total_units, 0) AS total_units
FROM ranked
LEFT JOIN units USING (order_id)
WHERE position = 1
