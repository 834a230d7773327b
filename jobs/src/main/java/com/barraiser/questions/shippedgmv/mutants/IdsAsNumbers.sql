-- Joins the ids as numbers where they look like some, so that 1 and 01 become one shipment.
WITH first_shipped AS (
  SELECT
    order_id,
    min(shipped_ts) AS shipped_ts
  FROM shipments
  WHERE shipped_ts IS NOT NULL
    AND EXISTS (
      SELECT *
      FROM shipment_events
      WHERE coalesce(CAST(try_cast(shipment_events.shipment_id AS DOUBLE) AS STRING), shipment_events.shipment_id)
        = coalesce(CAST(try_cast(shipments.shipment_id AS DOUBLE) AS STRING), shipments.shipment_id)
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
