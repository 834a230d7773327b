-- Finds the earliest of all shipments first, and drops the order if that one has no SHIPPED event.
WITH ranked AS (
  SELECT
    shipment_id,
    order_id,
    shipped_ts,
    row_number() OVER (PARTITION BY order_id ORDER BY shipped_ts, shipment_id) AS place
  FROM shipments
  WHERE shipped_ts IS NOT NULL
)
SELECT
  CAST(shipped_ts AS DATE) AS ship_date,
  count(*) AS orders_shipped,
  sum(order_total) AS gmv
FROM ranked
INNER JOIN orders USING (order_id)
WHERE place = 1
  AND EXISTS (
    SELECT *
    FROM shipment_events
    WHERE shipment_events.shipment_id = ranked.shipment_id
      AND shipment_events.event_type = 'SHIPPED'
  )
GROUP BY ship_date
