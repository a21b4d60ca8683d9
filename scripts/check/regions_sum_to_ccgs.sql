-- The four regions hold every CCG's patients once, NHS Cumbria's included, in months in which none is a gap.
SELECT r.metric, r.period, sum(r.denominator) AS regions, any_value(c.people) AS ccgs
FROM observation r
JOIN area a ON a.id = r.area AND a.level = 'region'
JOIN period p ON p.id = r.period AND p.grain = 'month' AND r.grp = 'all'
JOIN (
  SELECT o.metric, o.period, sum(o.denominator) AS people
  FROM observation o
  JOIN area a ON o.grp = 'all' AND a.id = o.area AND a.level IN ('ccg', 'icb') AND o.period BETWEEN a.from_month AND a.until_month
  GROUP BY ALL
) c ON c.metric = r.metric AND c.period = r.period
GROUP BY r.metric, r.period
HAVING count(r.denominator) = count(*) AND sum(r.denominator) <> any_value(c.people);
