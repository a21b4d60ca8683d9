-- The figures of one area and of England, for one metric and period, of every group of patients and of all together.
SELECT area, grp AS "group", status, value, numerator, denominator, lower, upper, source, coalesce(note, '') AS note
FROM observation
WHERE metric = $metric
  AND period = $period
  AND (area = $area OR area = 'england');
