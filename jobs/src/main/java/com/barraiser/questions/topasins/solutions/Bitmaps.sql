-- Exact sets that can be stored and merged: a bitmap per product and range of 32,768 customer ids. Small where
-- ids are dense; 4 kB for every lonely id where they are not.
WITH ranges AS (
  SELECT
    asin,
    bitmap_bucket_number(customer_id) AS id_range,
    bitmap_construct_agg(bitmap_bit_position(customer_id)) AS customers
  FROM clicks
  WHERE ts > :as_of - :window AND ts <= :as_of
  GROUP BY asin, id_range
),
counted AS (
  SELECT asin, sum(bitmap_count(customers)) AS unique_customers
  FROM ranges
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
