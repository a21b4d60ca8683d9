-- The figures of all areas of a level in each period of a grain, oldest first: for each period one list a column, all in
-- the same order; those that are probably incomplete are left out. Intervals only where there are no counts.
SELECT observation.period, list(observation.value) AS "values", list(observation.numerator) AS numerators,
  list(observation.denominator) AS denominators,
  list(CASE WHEN observation.numerator IS NULL THEN observation.lower END) AS lowers,
  list(CASE WHEN observation.numerator IS NULL THEN observation.upper END) AS uppers
FROM observation
JOIN period ON period.id = observation.period
LEFT JOIN placed ON placed.metric = observation.metric AND placed.period = observation.period
JOIN area
  ON area.id = observation.area
  AND area.level = $level
  AND coalesce(placed.as_at, period.start_month) BETWEEN area.from_month AND area.until_month
WHERE observation.metric = $metric
  AND observation.grp = $group
  AND period.grain = $grain
  AND observation.value IS NOT NULL
  AND observation.status <> 'incomplete'
GROUP BY observation.period, period.start_month, period.end_month
ORDER BY period.start_month, period.end_month;
