-- Takes any event for a confirmation, though a parcel that was created has not left.
WITH first_shipped AS (
  SELECT
    order_id,
    min(shipped_ts) AS shipped_ts
  FROM shipments
  WHERE shipped_ts IS NOT NULL
    AND shipment_id IN (SELECT shipment_id FROM shipment_events)
  GROUP BY order_id
)
SELECT
  CAST(shipped_ts AS DATE) AS ship_date,
  count(*) AS orders_shipped,
  sum(order_total) AS gmv
FROM first_shipped
INNER JOIN orders USING (order_id)
GROUP BY ship_date
