-- The months up to one ($until) of one metric in several areas ($areas, their ids separated by commas), oldest first: what
-- their control charts are read from.
SELECT observation.metric, observation.period, period.grain, period.months, period.end_month AS "end",
  observation.area, observation.grp AS "group", observation.status, observation.value, observation.numerator,
  observation.denominator, observation.lower, observation.upper, coalesce(observation.note, '') AS note
FROM observation
JOIN period ON period.id = observation.period
WHERE observation.area IN (SELECT unnest(string_split($areas, ',')))
  AND observation.metric = $metric
  AND observation.grp = 'all'
  AND period.grain = 'month'
  AND period.end_month <= $until
ORDER BY period.start_month;
