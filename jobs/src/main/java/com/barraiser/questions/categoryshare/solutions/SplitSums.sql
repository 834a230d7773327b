-- Money added as whole numbers: millions, and a rest that fits a DECIMAL(8,2), for which Spark adds a BIGINT.
-- Marketplaces are looked up when few rows are left.
WITH parts AS (
  SELECT
    marketplace_id,
    category,
    sum(CAST(revenue AS BIGINT) DIV 1000000) AS millions,
    sum(
      CASE
        WHEN CAST(revenue AS BIGINT) BETWEEN -999999 AND 999999 THEN CAST(revenue AS DECIMAL(8, 2))
        ELSE CAST(revenue % 1000000 AS DECIMAL(8, 2))
      END
    ) AS rest
  FROM daily_revenue
  -- More days than the calendar has would turn the first day round.
  WHERE order_date BETWEEN date_sub(:as_of, least(:days, 4000000) - 1) AND :as_of
  GROUP BY marketplace_id, category
),
sold AS (
  SELECT
    marketplace_id,
    category,
    CAST(CAST(millions AS DECIMAL(20, 0)) * 1000000 + rest AS DECIMAL(28, 2)) AS revenue_7d
  FROM parts
  INNER JOIN marketplaces USING (marketplace_id)
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
