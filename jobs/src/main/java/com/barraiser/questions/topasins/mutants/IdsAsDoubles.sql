-- Customer ids went through a DOUBLE, as in a data frame with missing values: 53 bits are left.
WITH counted AS (
  SELECT asin, count(DISTINCT CAST(customer_id AS DOUBLE)) AS unique_customers
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
