-- Counts customers only for the k products with the most clicks: the winner need not be among them.
WITH recent AS (
  SELECT asin, customer_id
  FROM clicks
  WHERE ts > :as_of - :window AND ts <= :as_of
),
candidates AS (
  SELECT asin
  FROM recent
  GROUP BY asin
  ORDER BY count(*) DESC, asin
  LIMIT :k
),
counted AS (
  SELECT asin, count(DISTINCT customer_id) AS unique_customers
  FROM recent
  INNER JOIN candidates USING (asin)
  GROUP BY asin
)
SELECT
  row_number() OVER (ORDER BY unique_customers DESC, asin) AS rank,
  asin,
  unique_customers
FROM counted
ORDER BY rank
