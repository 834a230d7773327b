-- Number the events of each order and keep the first: what most people write.
SELECT order_id, event_time, status, extra
FROM order_events
QUALIFY row_number() OVER (
  PARTITION BY order_id
  ORDER BY event_time, status, extra NULLS FIRST
) = 1
