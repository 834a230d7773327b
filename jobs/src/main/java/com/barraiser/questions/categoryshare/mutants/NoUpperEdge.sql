-- Forgets that the table may know days after the one that is asked for.
WITH sold AS (
  SELECT marketplace_id, category, sum(revenue) AS revenue_7d
  FROM daily_revenue
  INNER JOIN marketplaces USING (marketplace_id)
  WHERE order_date >= date_sub(:as_of, least(:days, 4000000) - 1)
  GROUP BY marketplace_id, category
),
placed AS (
  SELECT
    *,
    CAST(sum(revenue_7d) OVER (PARTITION BY marketplace_id) AS DECIMAL(28, 2)) AS total_revenue_7d,
    row_number() OVER (PARTITION BY marketplace_id ORDER BY revenue_7d DESC, category) AS rank
  FROM sold
)
SELECT
  marketplace_id,
  category,
  revenue_7d,
  total_revenue_7d,
  CAST(revenue_7d AS DOUBLE) / nullif(CAST(total_revenue_7d AS DOUBLE), 0) AS revenue_share,
  rank
FROM placed
WHERE rank <= :top
ORDER BY marketplace_id, rank
