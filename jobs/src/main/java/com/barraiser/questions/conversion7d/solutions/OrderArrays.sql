-- All orders of a customer and marketplace in one array, joined once. The join cannot multiply, but
-- every session searches a whole array.
WITH histories AS (
  SELECT customer_id, marketplace_id, sort_array(collect_set(order_ts)) AS order_times
  FROM orders
  GROUP BY customer_id, marketplace_id
),
judged AS (
  SELECT
    marketplace_id,
    CAST(session_ts AS DATE) AS session_date,
    exists(order_times, time -> time >= session_ts AND time < session_ts + :window) AS converts
  FROM sessions
  LEFT JOIN histories USING (customer_id, marketplace_id)
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
