-- Asks for an event of the order, so that one shipment's event confirms another shipment.
WITH first_shipped AS (
  SELECT
    order_id,
    min(shipped_ts) AS shipped_ts
  FROM shipments
  WHERE shipped_ts IS NOT NULL
    AND order_id IN (
      SELECT order_id
      FROM shipments
      INNER JOIN shipment_events USING (shipment_id)
      WHERE event_type = 'SHIPPED'
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
