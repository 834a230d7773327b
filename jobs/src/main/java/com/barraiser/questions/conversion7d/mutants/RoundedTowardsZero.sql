-- Cuts time into windows by a division that rounds towards zero, not down.
WITH width AS (
  SELECT unix_micros(TIMESTAMP '1970-01-01 00:00:00Z' + :window) AS micros
),
order_times AS (
  SELECT customer_id, marketplace_id, unix_micros(order_ts) AS order_micros, micros AS width
  FROM orders
  CROSS JOIN width
),
session_times AS (
  SELECT customer_id, marketplace_id, unix_micros(session_ts) AS session_micros, micros AS width
  FROM sessions
  CROSS JOIN width
),
windows AS (
  SELECT
    customer_id,
    marketplace_id,
    order_micros - order_micros % width - earlier * width AS window_start,
    max(order_micros) FILTER (WHERE earlier = 0) AS last_in_window,
    min(order_micros) FILTER (WHERE earlier = 1) AS first_in_next
  FROM order_times
  CROSS JOIN (SELECT explode(array(0, 1)) AS earlier)
  GROUP BY customer_id, marketplace_id, window_start
),
daily AS (
  SELECT
    sessions.marketplace_id,
    CAST(timestamp_micros(session_micros) AS DATE) AS session_date,
    count(*) AS sessions,
    count_if(
      last_in_window >= session_micros OR first_in_next < session_micros + width
    ) AS converted
  FROM session_times AS sessions
  LEFT JOIN windows
    ON windows.customer_id = sessions.customer_id
    AND windows.marketplace_id = sessions.marketplace_id
    AND windows.window_start = session_micros - session_micros % width
  GROUP BY sessions.marketplace_id, session_date
)
SELECT
  marketplace_id,
  session_date,
  sessions,
  converted,
  converted / sessions AS conversion_rate,
  sum(sessions) OVER week AS sessions_7d,
  sum(converted) OVER week AS converted_7d,
  sum(converted) OVER week / sum(sessions) OVER week AS conversion_rate_7d,
  session_date + INTERVAL '1' DAY + :window <= :as_of AS is_complete
FROM daily
WINDOW week AS (
  PARTITION BY marketplace_id
  ORDER BY session_date
  RANGE BETWEEN 6 PRECEDING AND CURRENT ROW
)
