-- A period in which a metric has figures at a level, oldest first.
WITH place AS (
  SELECT DISTINCT id, level
  FROM area
),
present AS (
  SELECT DISTINCT observation.metric, observation.grp, place.level, observation.period
  FROM observation
  JOIN place ON place.id = observation.area
  WHERE observation.value IS NOT NULL
)
SELECT present.metric, present.grp AS "group", present.level, period.grain, period.id AS period,
  period.start_month AS start, period.end_month AS "end"
FROM present
JOIN period ON period.id = present.period
ORDER BY present.metric, "group", present.level, period.grain, period.start_month, period.end_month;
