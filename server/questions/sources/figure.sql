-- The figure, or the gap, of one area, metric, period and patient group: one row or none.
SELECT status, value, numerator, denominator, lower, upper, source, coalesce(note, '') AS note, sheet,
  source_row AS "row"
FROM observation
WHERE metric = $metric
  AND area = $area
  AND period = $period
  AND grp = $group;
