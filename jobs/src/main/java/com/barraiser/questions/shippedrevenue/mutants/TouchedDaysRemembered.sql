-- Remembers the days that orders leave only as long as the run lives: one that dies after the fact forgets them.
CREATE TABLE IF NOT EXISTS dim_customer (
  customer_key BIGINT, customer_id BIGINT, customer_name STRING, segment STRING, is_inferred BOOLEAN, updated_at TIMESTAMP
) USING delta;

CREATE TABLE IF NOT EXISTS dim_sku (
  sku_key BIGINT, sku_id STRING, sku_name STRING, category STRING, is_inferred BOOLEAN, updated_at TIMESTAMP
) USING delta;

CREATE TABLE IF NOT EXISTS fact_order (
  order_id STRING, customer_key BIGINT, sku_key BIGINT, order_ts TIMESTAMP, ship_ts TIMESTAMP, price DECIMAL(18,2),
  updated_at TIMESTAMP
) USING delta;

CREATE TABLE IF NOT EXISTS shipped_revenue (ship_date DATE, revenue DECIMAL(28,2), orders BIGINT) USING delta;

MERGE INTO dim_customer AS old
USING (
  WITH named AS (
    SELECT customer_id, struct(updated_at, customer_name, segment) AS version FROM customers
    UNION ALL
    SELECT customer_id, NULL FROM orders
  ),
  latest AS (
    SELECT customer_id, max(version) AS version FROM named GROUP BY customer_id
  )
  SELECT latest.customer_id, latest.version.*, latest.version IS NULL AS is_inferred,
         greatest_key + row_number() OVER (ORDER BY latest.customer_id) AS customer_key
  FROM latest
  CROSS JOIN (SELECT coalesce(max(customer_key), 0) AS greatest_key FROM dim_customer)
) AS new
ON old.customer_id = new.customer_id
WHEN MATCHED AND NOT new.is_inferred AND (
  old.is_inferred
  OR struct(new.updated_at, new.customer_name, new.segment) > struct(old.updated_at, old.customer_name, old.segment)
) THEN UPDATE SET
  customer_name = new.customer_name, segment = new.segment, is_inferred = false, updated_at = new.updated_at
WHEN NOT MATCHED THEN INSERT *;

MERGE INTO dim_sku AS old
USING (
  WITH named AS (
    SELECT sku_id, struct(updated_at, sku_name, category) AS version FROM skus
    UNION ALL
    SELECT sku_id, NULL FROM orders
  ),
  latest AS (
    SELECT sku_id, max(version) AS version FROM named GROUP BY sku_id
  )
  SELECT latest.sku_id, latest.version.*, latest.version IS NULL AS is_inferred,
         greatest_key + row_number() OVER (ORDER BY latest.sku_id) AS sku_key
  FROM latest
  CROSS JOIN (SELECT coalesce(max(sku_key), 0) AS greatest_key FROM dim_sku)
) AS new
ON old.sku_id = new.sku_id
WHEN MATCHED AND NOT new.is_inferred AND (
  old.is_inferred
  OR struct(new.updated_at, new.sku_name, new.category) > struct(old.updated_at, old.sku_name, old.category)
) THEN UPDATE SET
  sku_name = new.sku_name, category = new.category, is_inferred = false, updated_at = new.updated_at
WHEN NOT MATCHED THEN INSERT *;

DECLARE VARIABLE touched ARRAY<DATE>;

SET VAR touched = (
  SELECT array_agg(to_date(ship_ts))
  FROM (
    SELECT ship_ts FROM orders
    UNION ALL
    SELECT ship_ts FROM fact_order WHERE order_id IN (SELECT order_id FROM orders)
  )
);

MERGE INTO fact_order AS old
USING (
  WITH versions AS (
    SELECT order_id, struct(updated_at, customer_id, sku_id, order_ts, ship_ts, price) AS version
    FROM orders
    UNION ALL
    SELECT order_id, struct(fact_order.updated_at, customer_id, sku_id, order_ts, ship_ts, price)
    FROM fact_order
    JOIN dim_customer USING (customer_key)
    JOIN dim_sku USING (sku_key)
    WHERE order_id IN (SELECT order_id FROM orders)
  ),
  latest AS (
    SELECT order_id, max(version) AS version FROM versions GROUP BY order_id
  )
  SELECT order_id, customer_key, sku_key, version.order_ts, version.ship_ts, version.price, version.updated_at
  FROM latest
  JOIN dim_customer ON dim_customer.customer_id = latest.version.customer_id
  JOIN dim_sku ON dim_sku.sku_id = latest.version.sku_id
) AS new
ON old.order_id = new.order_id
WHEN MATCHED AND NOT (
  old.updated_at = new.updated_at AND old.customer_key = new.customer_key AND old.sku_key = new.sku_key
  AND old.order_ts = new.order_ts AND old.ship_ts <=> new.ship_ts AND old.price = new.price
) THEN UPDATE SET *
WHEN NOT MATCHED THEN INSERT *;

MERGE INTO shipped_revenue AS old
USING (
  SELECT to_date(ship_ts) AS ship_date, CAST(sum(price) AS DECIMAL(28,2)) AS revenue, count(*) AS orders
  FROM fact_order
  WHERE array_contains(touched, to_date(ship_ts))
  GROUP BY to_date(ship_ts)
) AS new
ON old.ship_date = new.ship_date
WHEN MATCHED AND NOT (old.revenue = new.revenue AND old.orders = new.orders) THEN UPDATE SET *
WHEN NOT MATCHED THEN INSERT *
WHEN NOT MATCHED BY SOURCE AND array_contains(touched, old.ship_date) THEN DELETE;
