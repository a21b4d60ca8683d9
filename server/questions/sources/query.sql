-- A publisher's cell from which a figure of $area between the months $start and $end is made: the area's own, or,
-- in a period in which it has none, those of the commissioners it is summed from. counted_in: the ICB in whose figure a
-- figure of one that has ended is counted.
WITH printed AS (
  SELECT metric, area, period, grp, numerator, denominator, value, source, sheet, source_row, area AS counted_in
  FROM observation
  UNION ALL
  FROM succeeded_figure
),
cell AS (
  SELECT printed.area, printed.counted_in, printed.period, printed.numerator, printed.denominator, printed.value,
    printed.sheet, printed.source_row, coalesce(placed.as_at, period.start_month) AS areas_month,
    period.start_month, source_file.publisher, source_file.publication,
    source_file.licence, source_file.file, source_file.sha256
  FROM printed
  JOIN period ON period.id = printed.period
  LEFT JOIN placed ON placed.metric = printed.metric AND placed.period = printed.period
  JOIN source_file ON source_file.id = printed.source
  WHERE printed.metric = $metric
    AND printed.grp = $group
    AND printed.value IS NOT NULL
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
      cell.counted_in = $area
      OR EXISTS (
        FROM footprint
        WHERE footprint.area = $area
          AND footprint.commissioner = cell.counted_in
          AND cell.areas_month BETWEEN footprint.from_month AND footprint.until_month
      )
      OR $area = 'england' AND cell.area IN (FROM area SELECT id WHERE level NOT IN ('england', 'region', 'alliance', 'alliance-today', 'own'))
    )
)
SELECT made.area, coalesce(place.name, (SELECT arg_max(area.name, area.from_month) FROM area WHERE area.id = made.area)) AS name, made.period, made.numerator, made.denominator, made.value, made.publisher,
  made.publication, made.licence, made.file, made.sha256, made.sheet, made.source_row AS "row"
FROM (FROM own UNION ALL FROM part) AS made
LEFT JOIN area AS place
  ON place.id = made.area
  AND made.areas_month BETWEEN place.from_month AND place.until_month
ORDER BY made.start_month, made.period, made.area;
