-- DuckDB's plain answer: count the distinct customers of every product.
WITH counted AS (
  SELECT asin, count(DISTINCT customer_id) AS unique_customers
  FROM clicks
  WHERE ts > :as_of - :window AND ts <= :as_of
  GROUP BY asin
)
SELECT
  CAST(row_number() OVER (ORDER BY unique_customers DESC, asin) AS INTEGER) AS rank,
  asin,
  unique_customers
FROM counted
ORDER BY unique_customers DESC, asin
LIMIT :k
