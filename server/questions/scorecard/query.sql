-- For each metric the period of the column it stands in: of those up to $until in which one of $ccgs, separated by commas,
-- has a figure, the latest of the grain $grain or, where there is none, the latest of the longest.
SELECT observation.metric, observation.period
FROM observation
JOIN period ON period.id = observation.period
WHERE observation.area IN (SELECT unnest(string_split($ccgs, ',')))
  AND observation.grp = 'all'
  AND observation.value IS NOT NULL
  AND period.end_month <= $until
GROUP BY observation.metric, observation.period, period.grain, period.months, period.end_month
QUALIFY row_number() OVER (
  PARTITION BY observation.metric
  ORDER BY period.grain = $grain DESC, period.months DESC, period.end_month DESC
) = 1;
