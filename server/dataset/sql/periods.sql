-- A period in which a metric has figures at a level, oldest first.
WITH figure AS (
  SELECT DISTINCT metric, area, period, grp
  FROM observation
  WHERE value IS NOT NULL
),
place AS (
  SELECT DISTINCT id, level
  FROM area
)
SELECT DISTINCT figure.metric, figure.grp AS "group", place.level, period.grain, period.id AS period,
  period.start_month AS start, period.end_month AS "end"
FROM figure
JOIN place ON place.id = figure.area
JOIN period ON period.id = figure.period
ORDER BY figure.metric, "group", place.level, period.grain, period.start_month, period.end_month;
