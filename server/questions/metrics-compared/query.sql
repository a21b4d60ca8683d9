-- The figures of all areas of a level in each period of a grain, oldest first, for each of the metrics in $chosen:
-- `metric grain group`, separated by commas. Those that are probably incomplete are left out.
WITH chosen AS (
  SELECT split_part(triple, ' ', 1) AS metric, split_part(triple, ' ', 2) AS grain, split_part(triple, ' ', 3) AS grp
  FROM (SELECT unnest(string_split($chosen, ',')) AS triple)
)
SELECT observation.metric, observation.period, list(observation.value) AS "values"
FROM observation
JOIN period ON period.id = observation.period
JOIN chosen ON chosen.metric = observation.metric AND chosen.grp = observation.grp AND chosen.grain = period.grain
LEFT JOIN placed ON placed.metric = observation.metric AND placed.period = observation.period
JOIN area
  ON area.id = observation.area
  AND area.level = $level
  AND coalesce(placed.as_at, period.start_month) BETWEEN area.from_month AND area.until_month
WHERE observation.value IS NOT NULL
  AND observation.status <> 'incomplete'
GROUP BY observation.metric, observation.period, period.start_month, period.end_month
ORDER BY period.start_month, period.end_month;
