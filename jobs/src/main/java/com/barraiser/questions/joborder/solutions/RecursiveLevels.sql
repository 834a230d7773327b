-- Standard SQL: a job is on level n if the longest way to it has n edges, so each round goes one edge on. A round
-- costs a job of Spark's; what is on a cycle is known by its number of rounds only.
WITH RECURSIVE all_jobs AS (
  SELECT upstream_job AS job FROM dependencies
  UNION
  SELECT downstream_job FROM dependencies
  UNION
  SELECT job FROM jobs
),
-- A way with more edges than this passes a job twice: each but the first and the last both waits and is waited for.
longest AS (
  SELECT CAST(count(DISTINCT upstream_job) AS INT) + 1 AS edges
  FROM dependencies LEFT SEMI JOIN (SELECT downstream_job AS job FROM dependencies) ON job = upstream_job
),
-- DISTINCT keeps the ways to a job from multiplying; groups and windows are not allowed here.
reached (level, job, most) MAX RECURSION LEVEL 5000 AS (
  SELECT 0, job, edges + 1
  FROM all_jobs CROSS JOIN longest
  UNION ALL
  SELECT DISTINCT level + 1, downstream_job, most
  FROM reached INNER JOIN dependencies ON upstream_job = job
  WHERE level < most
),
levels AS (
  SELECT job, max(level) AS level, max(level) = max(most) AS waits_for_ever
  FROM (SELECT * FROM reached LIMIT ALL)
  GROUP BY job
),
upstream AS (
  SELECT downstream_job, collect_set(upstream_job) AS upstream_jobs
  FROM dependencies
  GROUP BY downstream_job
),
-- One row, because whatever reads the levels twice makes Spark do all rounds twice.
graph AS (
  SELECT
    sort_array(collect_list(struct(level, job))) AS ordered,
    map_from_entries(collect_list(IF(waits_for_ever, struct(job, upstream_jobs), NULL))) AS waiting
  FROM levels LEFT JOIN upstream ON downstream_job = job
),
-- Whoever waits for ever waits for another one that does: from the smallest name to the smallest, until one is back.
steps AS (
  SELECT
    ordered,
    transform_values(waiting, (job, jobs) -> array_min(array_intersect(jobs, map_keys(waiting)))) AS step
  FROM graph
),
ways AS (
  SELECT
    ordered,
    step,
    aggregate(
      map_keys(step),
      array(array_min(map_keys(step))),
      (way, any) -> IF(array_contains(way, step[way[0]]), way, array_prepend(way, step[way[0]]))
    ) AS way
  FROM steps
),
answers AS (
  SELECT
    CASE
      WHEN cardinality(step) = 0 THEN ordered
      ELSE raise_error(
        'no order: jobs wait for each other in a cycle: ' || step[way[0]] || ' -> '
          || array_join(slice(way, 1, CAST(array_position(way, step[way[0]]) AS INT)), ' -> ')
      )
    END AS ordered
  FROM ways
)
SELECT place + 1 AS position, placed.job, placed.level
FROM answers LATERAL VIEW posexplode(ordered) AS place, placed
ORDER BY position
