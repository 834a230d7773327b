-- Joins sessions with orders only, so sessions and days without an order are lost.
WITH joined AS (
  SELECT
    sessions.session_id,
    sessions.marketplace_id,
    CAST(sessions.session_ts AS DATE) AS session_date,
    orders.order_id IS NOT NULL AS converts
  FROM sessions
  INNER JOIN orders
    ON orders.customer_id = sessions.customer_id
    AND orders.marketplace_id = sessions.marketplace_id
    AND orders.order_ts >= sessions.session_ts
    AND orders.order_ts < sessions.session_ts + :window
),
daily AS (
  SELECT
    marketplace_id,
    session_date,
    count(DISTINCT session_id) AS sessions,
    count(DISTINCT CASE WHEN converts THEN session_id END) AS converted
  FROM joined
  GROUP BY marketplace_id, session_date
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
