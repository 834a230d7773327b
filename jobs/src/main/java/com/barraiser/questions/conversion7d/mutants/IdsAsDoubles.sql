-- Compares customers as DOUBLE, as in a data frame with missing values: 53 bits are left.
WITH judged AS (
  SELECT
    marketplace_id,
    CAST(session_ts AS DATE) AS session_date,
    EXISTS (
      SELECT *
      FROM orders
      WHERE CAST(orders.customer_id AS DOUBLE) = CAST(sessions.customer_id AS DOUBLE)
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
