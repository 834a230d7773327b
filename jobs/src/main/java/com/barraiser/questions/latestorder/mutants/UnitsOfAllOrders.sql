-- Takes the latest order with an aggregate over orders and items joined, and so sums the units of all
-- orders of the customer.
SELECT
  customer_id,
  max(struct(order_ts, order_total, order_id)).order_id AS order_id,
  max(struct(order_ts, order_total, order_id)).order_ts AS order_ts,
  max(struct(order_ts, order_total, order_id)).order_total AS order_total,
  coalesce(sum(qty), 0) AS total_units
FROM orders
LEFT JOIN order_items USING (order_id)
WHERE order_status <> 'CANCELED'
GROUP BY customer_id
