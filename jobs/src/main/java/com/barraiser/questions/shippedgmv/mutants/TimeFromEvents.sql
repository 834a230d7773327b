-- Fills a missing shipped_ts with the event's time, and so counts what has not been shipped.
WITH first_shipped AS (
  SELECT
    order_id,
    min(coalesce(shipped_ts, event_ts)) AS shipped_ts
  FROM shipments
  INNER JOIN shipment_events USING (shipment_id)
  WHERE event_type = 'SHIPPED'
  GROUP BY order_id
)
SELECT
  CAST(shipped_ts AS DATE) AS ship_date,
  count(*) AS orders_shipped,
  sum(order_total) AS gmv
FROM first_shipped
INNER JOIN orders USING (order_id)
GROUP BY ship_date
