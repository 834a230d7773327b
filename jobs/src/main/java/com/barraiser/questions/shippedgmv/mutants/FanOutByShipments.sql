-- Adds the order's total for each of its shipments.
SELECT
  CAST(shipped_ts AS DATE) AS ship_date,
  count(DISTINCT order_id) AS orders_shipped,
  sum(order_total) AS gmv
FROM shipments
INNER JOIN orders USING (order_id)
WHERE shipped_ts IS NOT NULL
  AND EXISTS (
    SELECT *
    FROM shipment_events
    WHERE shipment_events.shipment_id = shipments.shipment_id
      AND shipment_events.event_type = 'SHIPPED'
  )
GROUP BY ship_date
