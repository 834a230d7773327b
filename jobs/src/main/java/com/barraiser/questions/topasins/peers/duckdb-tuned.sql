-- DuckDB with the trick of candidates: customers are counted only for products with enough clicks to win.
WITH recent AS (
  SELECT asin, customer_id
  FROM clicks
  WHERE ts > :as_of - :window AND ts <= :as_of
),
clicked AS MATERIALIZED (
  SELECT asin, count(*) AS clicks
  FROM recent
  GROUP BY asin
),
busiest AS MATERIALIZED (
  SELECT asin
  FROM clicked
  ORDER BY clicks DESC
  LIMIT :k
),
bar AS MATERIALIZED (
  SELECT coalesce(min(unique_customers), 0) AS least
  FROM (
    SELECT count(DISTINCT customer_id) AS unique_customers
    FROM recent
    WHERE asin IN (SELECT asin FROM busiest)
    GROUP BY asin
  )
),
counted AS (
  SELECT asin, count(DISTINCT customer_id) AS unique_customers
  FROM recent
  WHERE asin IN (SELECT asin FROM clicked WHERE clicks >= (SELECT least FROM bar))
  GROUP BY asin
)
SELECT
  CAST(row_number() OVER (ORDER BY unique_customers DESC, asin) AS INTEGER) AS rank,
  asin,
  unique_customers
FROM counted
ORDER BY unique_customers DESC, asin
LIMIT :k
