-- A month's commissioners sum to England's row, where the workbook has one and where we made it.
SELECT e.metric, e.period, e.numerator, e.denominator, sum(c.numerator) AS parts_in_time, sum(c.denominator) AS parts
FROM observation e
JOIN period p ON p.id = e.period AND p.grain = 'month'
JOIN observation c ON c.metric = e.metric AND c.period = e.period AND c.value IS NOT NULL
JOIN area a ON a.id = c.area AND e.period BETWEEN a.from_month AND a.until_month
  AND a.level IN ('ccg', 'hub', 'discontinued', 'unknown')
WHERE e.area = 'england'
GROUP BY ALL
HAVING parts <> e.denominator OR parts_in_time <> e.numerator;
