-- In every month a 2016 CCG's people are all counted somewhere, once.
SELECT s.ccg, m.id AS month, sum(s.share) AS share
FROM succession s
JOIN period m ON m.grain = 'month' AND m.id BETWEEN s.from_month AND s.until_month
GROUP BY ALL HAVING abs(sum(s.share) - 1) > 1e-9;
