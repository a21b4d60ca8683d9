-- A period in which a metric has figures at a level, oldest first; illustrative where any of them is.
WITH figure AS (
  SELECT metric, area, period, grp, bool_or(status = 'illustrative') AS illustrative
  FROM observation
  WHERE value IS NOT NULL
  GROUP BY ALL
),
place AS (
  SELECT DISTINCT id, level
  FROM area
)
SELECT figure.metric, figure.grp AS "group", place.level, period.grain, period.id AS period,
  period.start_month AS start, period.end_month AS "end", bool_or(figure.illustrative) AS illustrative
FROM figure
JOIN place ON place.id = figure.area
JOIN period ON period.id = figure.period
GROUP BY ALL
ORDER BY figure.metric, "group", place.level, period.grain, period.start_month, period.end_month;
