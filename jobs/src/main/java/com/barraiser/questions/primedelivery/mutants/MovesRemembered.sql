-- Corrects the deliveries of customers with new changes only: after a run that died no change is new any more.
CREATE TABLE IF NOT EXISTS dim_address (
  address_key BIGINT, customer_id BIGINT, address_id STRING, city STRING, region STRING, is_prime BOOLEAN,
  valid_from TIMESTAMP, valid_to TIMESTAMP, is_current BOOLEAN, recorded_at TIMESTAMP
) USING delta;

CREATE TABLE IF NOT EXISTS fact_delivery (
  delivery_id STRING, customer_id BIGINT, promised_at TIMESTAMP, delivered_at TIMESTAMP, recorded_at TIMESTAMP,
  address_key BIGINT, promised_date DATE
) USING delta PARTITIONED BY (promised_date);

DECLARE VARIABLE moved ARRAY<BIGINT>;

SET VAR moved = (
  SELECT array_agg(customer_id)
  FROM address_changes
  LEFT ANTI JOIN dim_address
    ON address_changes.customer_id = dim_address.customer_id
    AND address_changes.effective_at = dim_address.valid_from
    AND address_changes.recorded_at <= dim_address.recorded_at
);

MERGE INTO dim_address AS old
USING (
  WITH versions AS (
    SELECT customer_id, effective_at AS valid_from, NULL AS address_key,
           struct(recorded_at, address_id, city, region, is_prime) AS version
    FROM address_changes
    UNION ALL
    SELECT customer_id, valid_from, address_key,
           struct(recorded_at, address_id, city, region, is_prime)
    FROM dim_address
    WHERE customer_id IN (SELECT customer_id FROM address_changes)
  ),
  starts AS (
    SELECT customer_id, valid_from, max(address_key) AS address_key, max(version) AS version
    FROM versions
    GROUP BY customer_id, valid_from
  ),
  intervals AS (
    SELECT *, lead(valid_from) OVER (PARTITION BY customer_id ORDER BY valid_from) AS valid_to
    FROM starts
  )
  SELECT customer_id, valid_from, valid_to, valid_to IS NULL AS is_current, version.*,
         coalesce(
           address_key,
           greatest_key + row_number() OVER (PARTITION BY address_key IS NULL ORDER BY customer_id, valid_from)
         ) AS address_key
  FROM intervals
  CROSS JOIN (SELECT coalesce(max(address_key), 0) AS greatest_key FROM dim_address)
) AS new
ON old.customer_id = new.customer_id AND old.valid_from = new.valid_from
WHEN MATCHED AND (
  old.recorded_at <> new.recorded_at OR old.address_id <> new.address_id OR old.city <> new.city
  OR old.region <> new.region OR old.is_prime <> new.is_prime OR NOT (old.valid_to <=> new.valid_to)
) THEN UPDATE SET
  address_id = new.address_id, city = new.city, region = new.region, is_prime = new.is_prime,
  recorded_at = new.recorded_at, valid_to = new.valid_to, is_current = new.is_current
WHEN NOT MATCHED THEN INSERT *;

MERGE INTO fact_delivery AS old
USING (
  WITH versions AS (
    SELECT delivery_id, struct(recorded_at, customer_id, promised_at, delivered_at) AS version
    FROM delivery_events
    UNION ALL
    SELECT delivery_id, struct(recorded_at, customer_id, promised_at, delivered_at)
    FROM fact_delivery
    WHERE array_contains(moved, customer_id)
       OR delivery_id IN (SELECT delivery_id FROM delivery_events)
  ),
  latest AS (
    SELECT delivery_id, max(version) AS version FROM versions GROUP BY delivery_id
  )
  SELECT latest.delivery_id, latest.version.*, dim_address.address_key,
         to_date(latest.version.promised_at) AS promised_date
  FROM latest
  LEFT JOIN dim_address
    ON latest.version.customer_id = dim_address.customer_id
    AND latest.version.promised_at >= dim_address.valid_from
    AND (dim_address.valid_to IS NULL OR latest.version.promised_at < dim_address.valid_to)
) AS new
ON old.delivery_id = new.delivery_id
WHEN MATCHED AND (
  old.recorded_at <> new.recorded_at OR old.customer_id <> new.customer_id OR old.promised_at <> new.promised_at
  OR old.delivered_at <> new.delivered_at OR NOT (old.address_key <=> new.address_key)
) THEN UPDATE SET *
WHEN NOT MATCHED THEN INSERT *;
