-- RANK gives several events of an order the first place, so orders appear more than once.
SELECT order_id, event_time, status, extra
FROM (
  SELECT *, rank() OVER (PARTITION BY order_id ORDER BY event_time, status) AS position
  FROM order_events
)
WHERE position = 1
