-- Takes the minimum column by column, and so puts together an event that never happened.
SELECT
  order_id,
  min(event_time) AS event_time,
  min(status) AS status,
  min(extra) AS extra
FROM order_events
GROUP BY order_id
