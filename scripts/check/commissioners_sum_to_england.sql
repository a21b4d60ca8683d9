-- A month's commissioners sum to England's row, where the workbook has one and where we made it.
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
    AND o.area NOT IN (SELECT id FROM area WHERE level IN ('region', 'alliance'))
  GROUP BY o.metric, o.period
)
SELECT * FROM sums WHERE coalesce(england_in_time <> parts_in_time OR england <> parts, TRUE);
