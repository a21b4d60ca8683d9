-- The figure, or the gap, of one area, for one metric, period and patient group.
-- England's figure of the same release, where figures by area come from one, stands in a group of its own.
SELECT area, grp AS "group", status, value, numerator, denominator, lower, upper, source, coalesce(note, '') AS note
FROM observation
WHERE metric = $metric
  AND period = $period
  AND (grp = $group OR (area = 'england' AND starts_with(grp, 'release:')));
