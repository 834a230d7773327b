-- Only jobs that the dependencies name get a place: the optional table is forgotten.
WITH RECURSIVE reached (level, job) AS (
  SELECT 0, job
  FROM (SELECT upstream_job AS job FROM dependencies UNION SELECT downstream_job FROM dependencies)
  UNION ALL
  SELECT DISTINCT level + 1, downstream_job
  FROM reached INNER JOIN dependencies ON upstream_job = job
  WHERE level < 50
),
levels AS (
  SELECT job, max(level) AS level
  FROM reached
  GROUP BY job
)
SELECT CAST(row_number() OVER (ORDER BY level, job) AS INT) AS position, job, level
FROM levels
ORDER BY position
