-- One period of one area's series of every metric, oldest first; months: how long the period is. England's own series by
-- provider stands in a group of its own.
SELECT observation.metric, observation.period, period.grain, period.months, period.end_month AS "end",
  observation.area, observation.status, observation.value, observation.numerator, observation.denominator,
  observation.lower, observation.upper, observation.grp AS "group", coalesce(observation.note, '') AS note
FROM observation
JOIN period ON period.id = observation.period
WHERE observation.area = $area
  AND observation.grp IN ('all', 'basis:provider')
ORDER BY period.start_month, period.end_month;
