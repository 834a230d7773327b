-- Counts an order when its last shipment leaves.
WITH first_shipped AS (
  SELECT
    order_id,
    max(shipped_ts) AS shipped_ts
  FROM shipments
  WHERE shipped_ts IS NOT NULL
    AND EXISTS (
      SELECT *
      FROM shipment_events
      WHERE shipment_events.shipment_id = shipments.shipment_id
        AND shipment_events.event_type = 'SHIPPED'
    )
  GROUP BY order_id
)
SELECT
  CAST(shipped_ts AS DATE) AS ship_date,
  count(*) AS orders_shipped,
  sum(order_total) AS gmv
FROM first_shipped
INNER JOIN orders USING (order_id)
GROUP BY ship_date
