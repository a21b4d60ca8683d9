-- The figure, or the gap, of every area, for each of the metrics and periods in $chosen: `metric period`, separated by
-- commas. England's figure of the same release, where figures by area come from one, stands in a group of its own.
WITH chosen AS (
  SELECT split_part(pair, ' ', 1) AS metric, split_part(pair, ' ', 2) AS period
  FROM (SELECT unnest(string_split($chosen, ',')) AS pair)
)
SELECT metric, period, area, CASE WHEN area = 'england' THEN grp END AS "group", status, value, numerator, denominator,
  lower, upper, source, note
FROM observation
JOIN chosen USING (metric, period)
WHERE grp = 'all' OR (area = 'england' AND starts_with(grp, 'release:'));
