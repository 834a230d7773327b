-- DuckDB with numbers in place of names, as long as it joins.
WITH RECURSIVE numbered AS MATERIALIZED (
  SELECT job, row_number() OVER () AS id
  FROM (
    SELECT upstream_job AS job FROM dependencies
    UNION
    SELECT downstream_job FROM dependencies
    UNION
    SELECT job FROM jobs
  )
),
edges AS MATERIALIZED (
  SELECT DISTINCT up.id AS up, down.id AS down
  FROM dependencies
  INNER JOIN numbered AS up ON up.job = upstream_job
  INNER JOIN numbered AS down ON down.job = downstream_job
),
reached AS (
  SELECT id, 0 AS level, count(*) OVER () AS jobs_now, CAST(-1 AS BIGINT) AS jobs_before
  FROM numbered
  UNION ALL
  SELECT id, level + 1, count(*) OVER (), jobs_now
  FROM (
    SELECT down AS id, max(level) AS level, max(jobs_now) AS jobs_now
    FROM reached INNER JOIN edges ON up = id
    WHERE jobs_now <> jobs_before
    GROUP BY down
  )
),
levels AS (
  SELECT
    id,
    CASE WHEN bool_or(jobs_now = jobs_before) THEN error('jobs wait for each other') ELSE max(level) END AS level
  FROM reached
  GROUP BY id
)
SELECT CAST(row_number() OVER (ORDER BY level, job) AS INTEGER) AS position, job, level
FROM levels INNER JOIN numbered USING (id)
ORDER BY level, job
