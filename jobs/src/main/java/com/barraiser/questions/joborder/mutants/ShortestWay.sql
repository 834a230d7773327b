-- Breadth first, and a job is done when it is first reached: its level is the shortest way to it, not the
-- longest. What lies deeper than fifty levels, or on a cycle, is lost.
WITH RECURSIVE reached (level, job) AS (
  SELECT 0, job
  FROM (SELECT upstream_job AS job FROM dependencies UNION SELECT job FROM jobs)
  WHERE job NOT IN (SELECT downstream_job FROM dependencies)
  UNION ALL
  SELECT DISTINCT level + 1, downstream_job
  FROM reached INNER JOIN dependencies ON upstream_job = job
  WHERE level < 50
),
levels AS (
  SELECT job, min(level) AS level
  FROM reached
  GROUP BY job
)
SELECT CAST(row_number() OVER (ORDER BY level, job) AS INT) AS position, job, level
FROM levels
ORDER BY position
