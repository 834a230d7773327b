-- Ranks by time alone: which event wins on the same instant depends on the run.
SELECT order_id, event_time, status, extra
FROM (
  SELECT *, row_number() OVER (PARTITION BY order_id ORDER BY event_time) AS position
  FROM order_events
)
WHERE position = 1
