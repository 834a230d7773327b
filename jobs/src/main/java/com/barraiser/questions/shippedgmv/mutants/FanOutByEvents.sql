-- Joins the events instead of asking whether there is one, so a repeated event repeats the order.
WITH first_shipped AS (
  SELECT
    order_id,
    min(shipped_ts) AS shipped_ts
  FROM shipments
  INNER JOIN shipment_events USING (shipment_id)
  WHERE event_type = 'SHIPPED'
  GROUP BY order_id
)
SELECT
  CAST(first_shipped.shipped_ts AS DATE) AS ship_date,
  count(DISTINCT order_id) AS orders_shipped,
  sum(order_total) AS gmv
FROM first_shipped
INNER JOIN orders USING (order_id)
INNER JOIN shipments USING (order_id, shipped_ts)
INNER JOIN shipment_events USING (shipment_id)
WHERE event_type = 'SHIPPED'
GROUP BY ship_date
