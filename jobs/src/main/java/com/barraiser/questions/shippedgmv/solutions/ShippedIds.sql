-- Aggregates events to one row per shipment before the join, which then repeats nothing.
WITH confirmed AS (
  SELECT shipment_id
  FROM shipment_events
  WHERE event_type = 'SHIPPED'
  GROUP BY shipment_id
),
first_shipped AS (
  SELECT
    order_id,
    min(shipped_ts) AS shipped_ts
  FROM shipments
  INNER JOIN confirmed USING (shipment_id)
  WHERE shipped_ts IS NOT NULL
  GROUP BY order_id
)
SELECT
  CAST(shipped_ts AS DATE) AS ship_date,
  count(*) AS orders_shipped,
  sum(order_total) AS gmv
FROM first_shipped
INNER JOIN orders USING (order_id)
GROUP BY ship_date
