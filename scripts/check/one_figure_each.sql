-- A metric, area, period and group has one figure.
SELECT metric, area, period, grp, count(*)::INTEGER AS figures
FROM observation GROUP BY ALL HAVING count(*) > 1;
