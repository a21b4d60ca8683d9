-- A figure or gap, up to $most of them; of one metric, after that of $after_area, $after_period and $after_group.
-- An empty filter lets everything pass; $areas: ids, separated by commas; months both included.
SELECT observation.metric, metric.label AS metric_label, observation.area, place.name AS area_name, place.level,
  observation.period, period.grain, observation.grp AS "group", observation.numerator, observation.denominator,
  observation.value, observation.lower, observation.upper, observation.status, observation.source,
  coalesce(observation.note, '') AS note
FROM observation
JOIN metric ON metric.id = observation.metric
JOIN period ON period.id = observation.period
LEFT JOIN placed ON placed.metric = observation.metric AND placed.period = observation.period
JOIN area AS place
  ON place.id = observation.area
  AND coalesce(placed.as_at, period.start_month) BETWEEN place.from_month AND place.until_month
WHERE ($metric = '' OR observation.metric = $metric)
  AND (
    observation.area > $after_area
    OR (
      observation.area = $after_area
      AND (
        observation.period > $after_period
        OR (observation.period = $after_period AND observation.grp > $after_group)
      )
    )
  )
  AND ($areas = '' OR list_contains(string_split($areas, ','), observation.area))
  AND (
    $alliance = ''
    OR EXISTS (
      FROM footprint
      WHERE footprint.area = $alliance
        AND footprint.commissioner = observation.area
        AND coalesce(placed.as_at, period.start_month) BETWEEN footprint.from_month AND footprint.until_month
    )
  )
  AND ($level = '' OR place.level = $level)
  AND ($grain = '' OR period.grain = $grain)
  AND ($period = '' OR observation.period = $period)
  AND ($from = '' OR period.start_month >= $from)
  AND ($until = '' OR period.end_month <= $until)
  AND ($group = '' OR observation.grp = $group)
  AND ($status = '' OR observation.status = $status)
ORDER BY observation.metric, observation.area, observation.period, observation.grp
LIMIT $most;
