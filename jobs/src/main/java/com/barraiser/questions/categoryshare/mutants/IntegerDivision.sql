-- Divides whole numbers: nearly every share is 0.
WITH sold AS (
  SELECT marketplace_id, category, sum(revenue) AS revenue_7d
  FROM daily_revenue
  INNER JOIN marketplaces USING (marketplace_id)
  WHERE order_date BETWEEN date_sub(:as_of, least(:days, 4000000) - 1) AND :as_of
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
  CAST(revenue_7d DIV nullif(total_revenue_7d, 0) AS DOUBLE) AS revenue_share,
  rank
FROM placed
WHERE rank <= :top
ORDER BY marketplace_id, rank
