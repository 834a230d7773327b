-- Counts clicks: one customer who comes back a hundred times counts a hundred times.
WITH counted AS (
  SELECT asin, count(*) AS unique_customers
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
