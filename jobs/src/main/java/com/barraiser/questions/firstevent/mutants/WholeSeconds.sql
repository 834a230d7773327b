-- Compares times to the second, where events of one order can be microseconds apart.
SELECT order_id, event_time, status, extra
FROM (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY order_id
      ORDER BY unix_timestamp(event_time), status, extra NULLS FIRST
    ) AS position
  FROM order_events
)
WHERE position = 1
