-- Time, status and extra packed into one BIGINT that sorts as they do, so that a plain MIN finds the
-- first event. What does not fit together ends in an overflow error, never in a wrong answer.
WITH kinds AS MATERIALIZED (
  SELECT
    status,
    extra,
    -- Joins on equal values are the fastest, and no extra is not the empty one.
    coalesce('=' || extra, '') AS extra_key,
    row_number() OVER (ORDER BY status, extra NULLS FIRST) - 1 AS position
  FROM (SELECT DISTINCT status, extra FROM order_events)
),
earliest AS MATERIALIZED (
  SELECT min(epoch_us(event_time)) AS micros FROM order_events
),
codes AS (
  SELECT
    order_id,
    min(
      (epoch_us(event_time) - (SELECT micros FROM earliest)) * (SELECT count(*) FROM kinds)
        + position
    ) AS code
  FROM order_events
  -- LEFT keeps the few kinds on the side that is hashed; every event has one.
  LEFT JOIN kinds
    ON order_events.status = kinds.status
    AND coalesce('=' || order_events.extra, '') = kinds.extra_key
  GROUP BY order_id
)
SELECT
  order_id,
  make_timestamptz(
    code // (SELECT count(*) FROM kinds) + (SELECT micros FROM earliest)
  ) AS event_time,
  status,
  extra
FROM codes
LEFT JOIN kinds ON position = code % (SELECT count(*) FROM kinds)
