-- Ranks each order's shipments and keeps the first: more work than a minimum, and ready when more of the row is asked for.
WITH ranked AS (
  SELECT
    order_id,
    shipped_ts,
    row_number() OVER (PARTITION BY order_id ORDER BY shipped_ts, shipment_id) AS place
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
