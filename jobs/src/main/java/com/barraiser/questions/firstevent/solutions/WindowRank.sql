-- The answer most people give: number the events of each order and keep the first. Clear, but it
-- sorts every event.
SELECT order_id, event_time, status, extra
FROM (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY order_id
      ORDER BY event_time, status, extra NULLS FIRST
    ) AS position
  FROM order_events
)
WHERE position = 1
