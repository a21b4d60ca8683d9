-- The figures that loads changed, of one area or of all (empty), those of the most people first in each load.
WITH named AS (SELECT id, arg_max(name, from_month) AS name FROM area GROUP BY id)
SELECT r.load, r.metric, r.area, coalesce(named.name, r.area) AS name, r.period, r.grp AS "group",
  r.old_numerator AS "numeratorBefore", r.old_denominator AS "denominatorBefore", r.old_value AS "valueBefore",
  r.numerator, r.denominator, r.value
FROM revision r
LEFT JOIN named ON named.id = r.area
WHERE $area = '' OR r.area = $area
QUALIFY row_number() OVER (
  PARTITION BY r.load
  ORDER BY abs(coalesce(r.denominator, 0) - coalesce(r.old_denominator, 0))
    + abs(coalesce(r.numerator, 0) - coalesce(r.old_numerator, 0)) DESC,
    abs(coalesce(r.value, 0) - r.old_value) DESC, r.metric, r.period, r.area, r.grp
) <= 100
ORDER BY r.load DESC, abs(coalesce(r.denominator, 0) - coalesce(r.old_denominator, 0))
    + abs(coalesce(r.numerator, 0) - coalesce(r.old_numerator, 0)) DESC,
    abs(coalesce(r.value, 0) - r.old_value) DESC, r.metric, r.period, r.area, r.grp;
