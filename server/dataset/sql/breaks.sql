-- A month from which an area's series is not comparable with what comes before.
SELECT area, from_month AS "from", reason
FROM series_break
ORDER BY area, from_month;
