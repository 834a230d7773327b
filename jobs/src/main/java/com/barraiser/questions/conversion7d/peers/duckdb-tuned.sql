-- DuckDB with the trick of packed-windows: adjacent windows, an equi-join on few rows and whole numbers.
WITH width AS (
  SELECT epoch_us(TIMESTAMPTZ '1970-01-01 00:00:00+00' + :window) AS width
),
order_times AS (
  SELECT
    customer_id,
    marketplace_id,
    epoch_us(order_ts) AS order_micros,
    width,
    order_micros - ((order_micros % width) + width) % width AS window_start
  FROM orders
  CROSS JOIN width
),
windows AS (
  SELECT
    customer_id,
    marketplace_id,
    window_start - earlier * width AS window_start,
    max(order_micros) FILTER (WHERE earlier = 0) AS last_in_window,
    min(order_micros) FILTER (WHERE earlier = 1) AS first_in_next
  FROM order_times
  CROSS JOIN (VALUES (0), (1)) AS shifts(earlier)
  GROUP BY ALL
),
session_times AS (
  SELECT
    customer_id,
    marketplace_id,
    epoch_us(session_ts) AS session_micros,
    width,
    session_micros - ((session_micros % width) + width) % width AS window_start
  FROM sessions
  CROSS JOIN width
),
daily AS (
  SELECT
    sessions.marketplace_id,
    CAST(make_timestamp(session_micros) AS DATE) AS session_date,
    count(*) AS sessions,
    count(*) FILTER (
      WHERE last_in_window >= session_micros OR first_in_next < session_micros + width
    ) AS converted
  FROM session_times AS sessions
  LEFT JOIN windows USING (customer_id, marketplace_id, window_start)
  GROUP BY sessions.marketplace_id, session_date
)
SELECT
  marketplace_id,
  session_date,
  sessions,
  converted,
  converted / sessions AS conversion_rate,
  CAST(sum(sessions) OVER week AS BIGINT) AS sessions_7d,
  CAST(sum(converted) OVER week AS BIGINT) AS converted_7d,
  sum(converted) OVER week / sum(sessions) OVER week AS conversion_rate_7d,
  session_date + INTERVAL '1' DAY + :window <= :as_of AS is_complete
FROM daily
WINDOW week AS (
  PARTITION BY marketplace_id
  ORDER BY session_date
  RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW
)
