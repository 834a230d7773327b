-- Answers with the three columns that the input is known for and loses all other fields.
SELECT order_id, first.event_time, first.status, CAST(NULL AS STRING) AS extra
FROM (
  SELECT order_id, min(struct(event_time, status)) AS first
  FROM order_events
  GROUP BY order_id
)
