-- A month's commissioners sum to England's row, where the workbook has one and where we made it. The table of months in
-- one leaves out patients of unknown commissioners: its England is 0.3 to 0.8% more.
WITH sums AS (
  SELECT
    o.metric, o.period,
    sum(o.numerator) FILTER (o.area = 'england') AS england_in_time,
    sum(o.denominator) FILTER (o.area = 'england') AS england,
    coalesce(sum(o.numerator) FILTER (o.area <> 'england'), 0) AS parts_in_time,
    coalesce(sum(o.denominator) FILTER (o.area <> 'england'), 0) AS parts
  FROM observation o
  WHERE o.metric IN (SELECT id FROM metric WHERE source = 'cancer-waiting-times')
    AND o.period IN (SELECT id FROM period WHERE grain = 'month')
    AND o.grp = 'all'
    AND o.area NOT IN (SELECT id FROM area WHERE level IN ('region', 'alliance', 'alliance-today', 'own'))
  GROUP BY o.metric, o.period
)
SELECT * FROM sums WHERE (metric, period) NOT IN (
  SELECT (metric, period) FROM observation WHERE area = 'england' AND source = 'cwt-icb-monthly'
) AND coalesce(england_in_time <> parts_in_time OR england <> parts, TRUE);
