-- Puts events without extra last, as PostgreSQL, Redshift and Oracle sort by default.
SELECT order_id, event_time, status, extra
FROM (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY order_id
      ORDER BY event_time, status, extra NULLS LAST
    ) AS position
  FROM order_events
)
WHERE position = 1
