-- Every CCG, Alliance and region that existed when a period began has a figure or a gap, for each waiting time.
SELECT e.metric, e.period, a.id AS area
FROM observation e
JOIN metric k ON k.id = e.metric AND k.source = 'cancer-waiting-times'
JOIN period p ON p.id = e.period
JOIN area a ON a.level IN ('ccg', 'alliance', 'region') AND p.start_month BETWEEN a.from_month AND a.until_month
ANTI JOIN observation o ON o.metric = e.metric AND o.period = e.period AND o.area = a.id
WHERE e.area = 'england';
