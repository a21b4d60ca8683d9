-- Every CCG, ICB, Alliance, own area and region that existed when a period began has a figure or a gap, for each waiting time.
WITH place AS (
  SELECT p.id AS period, a.id AS area
  FROM period p
  JOIN area a ON a.level IN ('ccg', 'icb', 'alliance', 'alliance-today', 'own', 'region') AND p.start_month BETWEEN a.from_month AND a.until_month
),
expected AS (SELECT period, count(*) AS areas FROM place GROUP BY period)
SELECT o.metric, o.period, e.areas, count(place.area) AS told
FROM observation o
JOIN metric k ON k.id = o.metric AND k.source = 'cancer-waiting-times'
JOIN expected e ON e.period = o.period AND o.grp = 'all'
LEFT JOIN place ON place.period = o.period AND place.area = o.area
GROUP BY ALL
HAVING count(place.area) <> e.areas;
