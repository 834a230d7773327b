-- MERGEs in SQL: all that landed is kept beside the fact, and every sum is made again, so no left partition is forgotten.
CREATE TABLE IF NOT EXISTS fact_order_line (
  event_date DATE, marketplace_id STRING, order_id STRING, line_id INT, customer_id BIGINT, asin STRING, qty INT,
  item_price DECIMAL(18,2), discount DECIMAL(18,2), order_status STRING, order_ts TIMESTAMP, updated_at TIMESTAMP
) USING delta PARTITIONED BY (event_date, marketplace_id);

CREATE TABLE IF NOT EXISTS landed_lines (
  event_date DATE, marketplace_id STRING, order_id STRING, line_id INT
) USING delta PARTITIONED BY (event_date, marketplace_id);

CREATE TABLE IF NOT EXISTS load_control (
  event_date DATE, marketplace_id STRING, expected_rows BIGINT, landed_rows BIGINT, rejected_rows BIGINT, status STRING,
  first_loaded_at TIMESTAMP, last_loaded_at TIMESTAMP
) USING delta;

CREATE TABLE IF NOT EXISTS daily_gms (
  event_date DATE, marketplace_id STRING, gms DECIMAL(28,2), units BIGINT, is_complete BOOLEAN
) USING delta;

MERGE INTO landed_lines AS old
USING (SELECT DISTINCT event_date, marketplace_id, order_id, line_id FROM order_lines) AS new
ON old.event_date = new.event_date AND old.marketplace_id = new.marketplace_id
  AND old.order_id = new.order_id AND old.line_id = new.line_id
WHEN NOT MATCHED THEN INSERT *;

MERGE INTO fact_order_line AS old
USING (
  SELECT order_id, line_id, version.*
  FROM (
    SELECT order_id, line_id,
           max(struct(updated_at, marketplace_id, customer_id, asin, qty, item_price, discount, order_status, order_ts,
                      event_date)) AS version
    FROM order_lines
    GROUP BY order_id, line_id
  )
) AS new
ON old.order_id = new.order_id AND old.line_id = new.line_id
WHEN MATCHED AND
  struct(new.updated_at, new.marketplace_id, new.customer_id, new.asin, new.qty, new.item_price, new.discount,
         new.order_status, new.order_ts, new.event_date)
  > struct(old.updated_at, old.marketplace_id, old.customer_id, old.asin, old.qty, old.item_price, old.discount,
           old.order_status, old.order_ts, old.event_date)
THEN UPDATE SET *
WHEN NOT MATCHED THEN INSERT *;

MERGE INTO load_control AS old
USING (
  WITH said AS (
    SELECT event_date, marketplace_id, expected_rows, landed_rows, rejected_rows, first_loaded_at, last_loaded_at
    FROM load_control
    UNION ALL
    SELECT event_date, marketplace_id, expected_rows, 0, 0, NULL, NULL FROM expected_partitions
    UNION ALL
    SELECT event_date, marketplace_id, NULL, 0, rejected_rows, loaded_at, loaded_at FROM landed_partitions
    UNION ALL
    SELECT event_date, marketplace_id, NULL, count(*), 0, NULL, NULL FROM landed_lines GROUP BY event_date, marketplace_id
  )
  SELECT event_date, marketplace_id, max(expected_rows) AS expected_rows, max(landed_rows) AS landed_rows,
         max(rejected_rows) AS rejected_rows, min(first_loaded_at) AS first_loaded_at, max(last_loaded_at) AS last_loaded_at,
         CASE WHEN max(landed_rows) >= max(expected_rows) THEN 'COMPLETE'
              WHEN max(landed_rows) = 0 THEN 'MISSING'
              ELSE 'INCOMPLETE' END AS status
  FROM said
  GROUP BY event_date, marketplace_id
) AS new
ON old.event_date = new.event_date AND old.marketplace_id = new.marketplace_id
WHEN MATCHED AND NOT (
  old.expected_rows <=> new.expected_rows AND old.landed_rows = new.landed_rows AND old.rejected_rows = new.rejected_rows
  AND old.first_loaded_at <=> new.first_loaded_at AND old.last_loaded_at <=> new.last_loaded_at
) THEN UPDATE SET *
WHEN NOT MATCHED THEN INSERT *;

MERGE INTO daily_gms AS old
USING (
  SELECT fact_order_line.event_date, fact_order_line.marketplace_id,
         CAST(sum(CASE WHEN order_status = 'CANCELED' THEN 0
                       ELSE CAST(qty AS DECIMAL(10,0)) * item_price - discount END) AS DECIMAL(28,2)) AS gms,
         sum(CASE WHEN order_status = 'CANCELED' THEN 0 ELSE qty END) AS units,
         status = 'COMPLETE' AS is_complete
  FROM fact_order_line
  JOIN load_control
    ON fact_order_line.event_date = load_control.event_date
    AND fact_order_line.marketplace_id = load_control.marketplace_id
  GROUP BY fact_order_line.event_date, fact_order_line.marketplace_id, status
) AS new
ON old.event_date = new.event_date AND old.marketplace_id = new.marketplace_id
WHEN MATCHED AND NOT (old.gms = new.gms AND old.units = new.units AND old.is_complete = new.is_complete) THEN UPDATE SET *
WHEN NOT MATCHED THEN INSERT *
WHEN NOT MATCHED BY SOURCE THEN DELETE;
