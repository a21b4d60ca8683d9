-- The areas of which loads changed figures, and how many of each.
WITH named AS (SELECT id, arg_max(name, from_month) AS name FROM area GROUP BY id)
SELECT r.area, coalesce(any_value(named.name), r.area) AS name, count(*)::INTEGER AS changes
FROM revision r LEFT JOIN named ON named.id = r.area
GROUP BY r.area ORDER BY name, r.area;
