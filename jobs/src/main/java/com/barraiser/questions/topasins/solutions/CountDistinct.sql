-- The answer most people give: count the distinct customers of every product, then keep the best. Carries every
-- pair of product and customer through a shuffle and two hash maps.
WITH counted AS (
  SELECT asin, count(DISTINCT customer_id) AS unique_customers
  FROM clicks
  WHERE ts > :as_of - :window AND ts <= :as_of
  GROUP BY asin
),
placed AS (
  SELECT
    row_number() OVER (ORDER BY unique_customers DESC, asin) AS rank,
    asin,
    unique_customers
  FROM counted
)
SELECT rank, asin, unique_customers
FROM placed
WHERE rank <= :k
ORDER BY rank
