-- Keeps shipments whose order does not exist, as orders that are worth nothing.
WITH first_shipped AS (
  SELECT
    order_id,
    min(shipped_ts) AS shipped_ts
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
  coalesce(sum(order_total), CAST(0 AS DECIMAL(28, 2))) AS gmv
FROM first_shipped
LEFT JOIN orders USING (order_id)
GROUP BY ship_date
