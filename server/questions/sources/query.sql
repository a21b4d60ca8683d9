-- A publisher's cell from which a figure of $area between the months $start and $end is made: the area's own, or,
-- in a period in which it has none, those of the commissioners it is summed from.
WITH cell AS (
  SELECT observation.area, observation.period, observation.numerator, observation.denominator, observation.value,
    observation.sheet, observation.source_row, coalesce(placed.as_at, period.start_month) AS areas_month,
    period.start_month, source_file.publisher, source_file.publication,
    source_file.licence, source_file.file, source_file.sha256
  FROM observation
  JOIN period ON period.id = observation.period
  LEFT JOIN placed ON placed.metric = observation.metric AND placed.period = observation.period
  JOIN source_file ON source_file.id = observation.source
  WHERE observation.metric = $metric
    AND observation.grp = $group
    AND observation.value IS NOT NULL
    AND period.start_month >= $start
    AND period.end_month <= $end
),
own AS (
  SELECT *
  FROM cell
  WHERE area = $area
),
part AS (
  SELECT *
  FROM cell
  WHERE area <> $area
    AND period NOT IN (SELECT period FROM own)
    AND (
      EXISTS (
        FROM footprint
        WHERE footprint.area = $area
          AND footprint.commissioner = cell.area
          AND cell.areas_month BETWEEN footprint.from_month AND footprint.until_month
      )
      OR $area = 'england' AND cell.area IN (FROM area SELECT id WHERE level NOT IN ('england', 'region', 'alliance', 'alliance-today', 'own'))
    )
)
SELECT made.area, place.name, made.period, made.numerator, made.denominator, made.value, made.publisher,
  made.publication, made.licence, made.file, made.sha256, made.sheet, made.source_row AS "row"
FROM (FROM own UNION ALL FROM part) AS made
LEFT JOIN area AS place
  ON place.id = made.area
  AND made.areas_month BETWEEN place.from_month AND place.until_month
ORDER BY made.start_month, made.period, made.area;
