-- Counts an order on every day on which one of its shipments leaves.
SELECT
  ship_date,
  count(*) AS orders_shipped,
  sum(order_total) AS gmv
FROM (
  SELECT DISTINCT
    order_id,
    CAST(shipped_ts AS DATE) AS ship_date
  FROM shipments
  INNER JOIN shipment_events USING (shipment_id)
  WHERE shipped_ts IS NOT NULL
    AND event_type = 'SHIPPED'
)
INNER JOIN orders USING (order_id)
GROUP BY ship_date
