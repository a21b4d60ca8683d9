-- One period of one area's series, oldest first. $areas: ids, separated by commas.
-- England's figure of the same release, where figures by area come from one, and its series by provider, where it is the
-- area asked for, stand in groups of their own.
SELECT observation.area, observation.period, observation.grp AS "group", observation.status, observation.value,
  observation.numerator, observation.denominator, observation.lower, observation.upper, observation.source,
  coalesce(observation.note, '') AS note
FROM observation
JOIN period ON period.id = observation.period
WHERE observation.metric = $metric
  AND period.grain = $grain
  AND observation.area IN (SELECT unnest(string_split($areas, ',')))
  AND (
    observation.grp = $group
    OR (observation.area = 'england' AND starts_with(observation.grp, 'release:'))
    OR (observation.area = 'england' AND $area = 'england' AND $group = 'all' AND observation.grp = 'basis:provider')
  )
ORDER BY period.start_month;
