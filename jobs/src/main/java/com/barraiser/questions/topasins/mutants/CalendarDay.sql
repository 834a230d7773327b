-- Takes the calendar day of the instant for the hours before it.
WITH counted AS (
  SELECT asin, count(DISTINCT customer_id) AS unique_customers
  FROM clicks
  WHERE date_trunc('DAY', ts) = date_trunc('DAY', :as_of) AND ts <= :as_of
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
