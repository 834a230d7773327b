-- Appends what arrives, to be sorted out later.
CREATE TABLE IF NOT EXISTS dim_address (
  address_key BIGINT, customer_id BIGINT, address_id STRING, city STRING, region STRING, is_prime BOOLEAN,
  valid_from TIMESTAMP, valid_to TIMESTAMP, is_current BOOLEAN, recorded_at TIMESTAMP
) USING delta;

CREATE TABLE IF NOT EXISTS fact_delivery (
  delivery_id STRING, customer_id BIGINT, promised_at TIMESTAMP, delivered_at TIMESTAMP, recorded_at TIMESTAMP,
  address_key BIGINT
) USING delta;

INSERT INTO dim_address
SELECT greatest_key + row_number() OVER (ORDER BY customer_id, effective_at),
       customer_id, address_id, city, region, is_prime, effective_at, NULL, true, recorded_at
FROM address_changes
CROSS JOIN (SELECT coalesce(max(address_key), 0) AS greatest_key FROM dim_address);

INSERT INTO fact_delivery
SELECT delivery_id, delivery_events.customer_id, promised_at, delivered_at, delivery_events.recorded_at, address_key
FROM delivery_events
LEFT JOIN dim_address
  ON delivery_events.customer_id = dim_address.customer_id
  AND promised_at >= valid_from
  AND (valid_to IS NULL OR promised_at < valid_to);
