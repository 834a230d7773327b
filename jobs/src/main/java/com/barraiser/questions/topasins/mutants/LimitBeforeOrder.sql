-- Takes any k products and orders those.
WITH counted AS (
  SELECT asin, count(DISTINCT customer_id) AS unique_customers
  FROM clicks
  WHERE ts > :as_of - :window AND ts <= :as_of
  GROUP BY asin
  LIMIT :k
)
SELECT
  row_number() OVER (ORDER BY unique_customers DESC, asin) AS rank,
  asin,
  unique_customers
FROM counted
ORDER BY rank
