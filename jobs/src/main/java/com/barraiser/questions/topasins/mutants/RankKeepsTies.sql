-- RANK gives equal counts the same place, so there are gaps, and more rows than asked for.
WITH counted AS (
  SELECT asin, count(DISTINCT customer_id) AS unique_customers
  FROM clicks
  WHERE ts > :as_of - :window AND ts <= :as_of
  GROUP BY asin
),
placed AS (
  SELECT
    rank() OVER (ORDER BY unique_customers DESC) AS rank,
    asin,
    unique_customers
  FROM counted
)
SELECT rank, asin, unique_customers
FROM placed
WHERE rank <= :k
ORDER BY rank
