-- Places by themselves, totals joined to them. Alone, the window keeps a few rows a task before the shuffle; but
-- the revenue is read and added up twice unless Spark sees that it is the same.
WITH sold AS (
  SELECT marketplace_id, category, sum(revenue) AS revenue_7d
  FROM daily_revenue
  -- More days than the calendar has would turn the first day round.
  WHERE order_date BETWEEN date_sub(:as_of, least(:days, 4000000) - 1) AND :as_of
  GROUP BY marketplace_id, category
),
placed AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY marketplace_id ORDER BY revenue_7d DESC, category) AS rank
  FROM sold
),
totals AS (
  SELECT marketplace_id, CAST(sum(revenue_7d) AS DECIMAL(28, 2)) AS total_revenue_7d
  FROM sold
  INNER JOIN marketplaces USING (marketplace_id)
  GROUP BY marketplace_id
)
SELECT
  marketplace_id,
  category,
  revenue_7d,
  total_revenue_7d,
  CAST(revenue_7d AS DOUBLE) / nullif(CAST(total_revenue_7d AS DOUBLE), 0) AS revenue_share,
  rank
FROM placed
INNER JOIN totals USING (marketplace_id)
WHERE rank <= :top
ORDER BY marketplace_id, rank
