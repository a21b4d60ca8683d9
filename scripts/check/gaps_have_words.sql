-- Every CCG, Alliance and region that existed when a period began has a figure or a gap, for each waiting time.
WITH published AS MATERIALIZED (
  SELECT metric, period FROM observation
  WHERE area = 'england' AND metric IN (SELECT id FROM metric WHERE source = 'cancer-waiting-times')
),
present AS MATERIALIZED (
  SELECT p.id AS period, a.id AS area
  FROM period p
  JOIN area a ON a.level IN ('ccg', 'alliance', 'region') AND p.start_month BETWEEN a.from_month AND a.until_month
)
SELECT metric, period, area
FROM published JOIN present USING (period)
ANTI JOIN observation USING (metric, period, area);
