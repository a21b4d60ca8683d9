-- A period in which a metric has figures at a level, oldest first.
SELECT present.metric, present.grp AS "group", present.level, period.grain, period.id AS period,
  period.start_month AS start, period.end_month AS "end"
FROM present
JOIN period ON period.id = present.period
ORDER BY present.metric, "group", present.level, period.grain, period.start_month, period.end_month;
