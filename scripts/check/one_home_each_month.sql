-- From April 2017, when NHS Cumbria's double membership ends, a commissioner counts in exactly one Alliance.
SELECT a.id, m.id AS month, count(f.area)::INTEGER AS alliances
FROM area a
JOIN period m ON m.grain = 'month' AND m.id >= '2017-04' AND m.id BETWEEN a.from_month AND a.until_month
LEFT JOIN footprint f ON f.commissioner = a.id AND m.id BETWEEN f.from_month AND f.until_month
  AND f.area IN (SELECT id FROM alliance)
WHERE a.level IN ('ccg', 'icb')
GROUP BY ALL HAVING count(f.area) <> 1;
