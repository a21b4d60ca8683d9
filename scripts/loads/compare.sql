-- What one dataset (`before`) and another (the one built aside) differ in: a row for each figure that came, changed, went
-- or was marked otherwise.
CREATE TEMP TABLE change AS
SELECT
  coalesce(n.metric, o.metric) AS metric, coalesce(n.area, o.area) AS area, coalesce(n.period, o.period) AS period,
  coalesce(n.grp, o.grp) AS grp, o.numerator AS old_numerator, o.denominator AS old_denominator, o.value AS old_value,
  o.status AS old_status, n.numerator, n.denominator, n.value, n.status, n.source,
  CASE
    WHEN o.value IS NULL THEN 'added'
    WHEN n.value IS NULL THEN 'removed'
    WHEN abs(n.value - o.value) > 1e-9 * greatest(abs(o.value), 1e-3)
      OR n.numerator IS DISTINCT FROM o.numerator OR n.denominator IS DISTINCT FROM o.denominator THEN 'revised'
    ELSE 'marked'
  END AS kind
FROM before.observation o
FULL JOIN observation n ON n.metric = o.metric AND n.area = o.area AND n.period = o.period AND n.grp = o.grp
WHERE (o.value IS NOT NULL OR n.value IS NOT NULL)
  AND (
    (o.value IS NULL) <> (n.value IS NULL)
    OR abs(n.value - o.value) > 1e-9 * greatest(abs(o.value), 1e-3)
    OR n.numerator IS DISTINCT FROM o.numerator
    OR n.denominator IS DISTINCT FROM o.denominator
    OR n.status IS DISTINCT FROM o.status
  );
