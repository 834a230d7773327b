-- Ranks with ties, so an order whose shipments leave at the same instant counts for each of them.
WITH ranked AS (
  SELECT
    order_id,
    shipped_ts,
    rank() OVER (PARTITION BY order_id ORDER BY shipped_ts) AS place
  FROM shipments
  LEFT SEMI JOIN shipment_events
    ON shipment_events.shipment_id = shipments.shipment_id
    AND shipment_events.event_type = 'SHIPPED'
  WHERE shipped_ts IS NOT NULL
)
SELECT
  CAST(shipped_ts AS DATE) AS ship_date,
  count(*) AS orders_shipped,
  sum(order_total) AS gmv
FROM ranked
INNER JOIN orders USING (order_id)
WHERE place = 1
GROUP BY ship_date
