-- Figures and gaps up to a month ($until), of one area and of England, for the metrics in $metrics (separated by commas),
-- oldest first; months: how long the period is.
-- England's own series by provider, and its figure of the same release, where figures by area come from one, stand in groups of their own.
SELECT observation.metric, observation.period, period.grain, period.months, period.end_month AS "end",
  observation.area, observation.grp AS "group", observation.status, observation.value, observation.numerator,
  observation.denominator, observation.lower, observation.upper, observation.source,
  coalesce(observation.note, '') AS note
FROM observation
JOIN period ON period.id = observation.period
WHERE observation.area IN ($area, 'england')
  AND observation.metric IN (SELECT unnest(string_split($metrics, ',')))
  AND period.end_month <= $until
  AND (
    observation.grp = 'all'
    OR (observation.area = 'england' AND (starts_with(observation.grp, 'release:') OR observation.grp = 'basis:provider'))
  )
ORDER BY period.start_month, period.end_month;
