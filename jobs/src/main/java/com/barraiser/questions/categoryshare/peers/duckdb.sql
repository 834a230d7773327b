-- DuckDB's plain answer: add up, then number the categories of every marketplace in a window.
WITH sold AS (
  SELECT marketplace_id, category, sum(revenue) AS revenue_7d
  FROM daily_revenue
  WHERE order_date BETWEEN :as_of - (:days - 1) AND :as_of
    AND marketplace_id IN (SELECT marketplace_id FROM marketplaces)
  GROUP BY marketplace_id, category
),
placed AS (
  SELECT
    *,
    sum(revenue_7d) OVER (PARTITION BY marketplace_id) AS total_revenue_7d,
    row_number() OVER (PARTITION BY marketplace_id ORDER BY revenue_7d DESC, category) AS rank
  FROM sold
)
SELECT
  marketplace_id,
  category,
  CAST(revenue_7d AS DECIMAL(28, 2)) AS revenue_7d,
  CAST(total_revenue_7d AS DECIMAL(28, 2)) AS total_revenue_7d,
  CAST(revenue_7d AS DOUBLE) / nullif(CAST(total_revenue_7d AS DOUBLE), 0) AS revenue_share,
  CAST(rank AS INTEGER) AS rank
FROM placed
WHERE rank <= :top
ORDER BY marketplace_id, rank
