-- BETWEEN takes in both edges, and so a click that is exactly as old as the window is long.
WITH counted AS (
  SELECT asin, count(DISTINCT customer_id) AS unique_customers
  FROM clicks
  WHERE ts BETWEEN :as_of - :window AND :as_of
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
