-- An area in the months in which it is what its name says.
SELECT id AS area, name, level, from_month AS "from", until_month AS "until", coalesce(population, 0) AS population
FROM area
ORDER BY id, from_month;
