-- DuckDB's plain answer: a round a level, each job once a round. A round that loses no job will never lose one.
WITH RECURSIVE edges AS MATERIALIZED (
  SELECT DISTINCT upstream_job, downstream_job
  FROM dependencies
),
reached AS (
  SELECT job, 0 AS level, count(*) OVER () AS jobs_now, CAST(-1 AS BIGINT) AS jobs_before
  FROM (
    SELECT upstream_job AS job FROM edges
    UNION
    SELECT downstream_job FROM edges
    UNION
    SELECT job FROM jobs
  )
  UNION ALL
  SELECT job, level + 1, count(*) OVER (), jobs_now
  FROM (
    SELECT downstream_job AS job, max(level) AS level, max(jobs_now) AS jobs_now
    FROM reached INNER JOIN edges ON upstream_job = job
    WHERE jobs_now <> jobs_before
    GROUP BY downstream_job
  )
),
levels AS (
  SELECT
    job,
    CASE WHEN bool_or(jobs_now = jobs_before) THEN error('jobs wait for each other') ELSE max(level) END AS level
  FROM reached
  GROUP BY job
)
SELECT CAST(row_number() OVER (ORDER BY level, job) AS INTEGER) AS position, job, level
FROM levels
ORDER BY level, job
