-- Divides whole numbers by whole numbers, so that every rate is 0 or 1.
WITH judged AS (
  SELECT
    marketplace_id,
    CAST(session_ts AS DATE) AS session_date,
    EXISTS (
      SELECT *
      FROM orders
      WHERE orders.customer_id = sessions.customer_id
        AND orders.marketplace_id = sessions.marketplace_id
        AND orders.order_ts >= sessions.session_ts
        AND orders.order_ts < sessions.session_ts + :window
    ) AS converts
  FROM sessions
),
daily AS (
  SELECT
    marketplace_id,
    session_date,
    count(*) AS sessions,
    count_if(converts) AS converted
  FROM judged
  GROUP BY marketplace_id, session_date
)
SELECT
  marketplace_id,
  session_date,
  sessions,
  converted,
  CAST(converted div sessions AS DOUBLE) AS conversion_rate,
  sum(sessions) OVER week AS sessions_7d,
  sum(converted) OVER week AS converted_7d,
  CAST(sum(converted) OVER week div sum(sessions) OVER week AS DOUBLE) AS conversion_rate_7d,
  session_date + INTERVAL '1' DAY + :window <= :as_of AS is_complete
FROM daily
WINDOW week AS (
  PARTITION BY marketplace_id
  ORDER BY session_date
  RANGE BETWEEN 6 PRECEDING AND CURRENT ROW
)
