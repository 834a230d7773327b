-- Sessions and orders in one line, latest first: the last order passed is the next one in time. One
-- sort, no join; an order at the same instant is a peer and counts.
WITH events AS (
  SELECT customer_id, marketplace_id, session_ts AS ts, CAST(NULL AS TIMESTAMP) AS order_ts
  FROM sessions
  UNION ALL
  SELECT customer_id, marketplace_id, order_ts AS ts, order_ts
  FROM orders
),
followed AS (
  SELECT
    *,
    min(order_ts) OVER (
      PARTITION BY customer_id, marketplace_id
      ORDER BY ts DESC
      RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS next_order_ts
  FROM events
),
daily AS (
  SELECT
    marketplace_id,
    CAST(ts AS DATE) AS session_date,
    count(*) AS sessions,
    count_if(next_order_ts < ts + :window) AS converted
  FROM followed
  WHERE order_ts IS NULL
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
