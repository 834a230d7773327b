-- Finds the earliest instant of each order with a plain MIN, then settles ties among the few events
-- at that instant. Needs no window, but reads the events twice and joins them.
WITH earliest AS (
  SELECT order_id, min(event_time) AS event_time
  FROM order_events
  GROUP BY order_id
)
SELECT candidate.order_id, first.event_time, first.status, first.extra
FROM (
  SELECT
    events.order_id,
    min(struct(events.event_time, events.status, events.extra)) AS first
  FROM order_events AS events
  INNER JOIN earliest
    ON events.order_id = earliest.order_id AND events.event_time = earliest.event_time
  GROUP BY events.order_id
) AS candidate
