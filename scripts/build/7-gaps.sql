-- A gap is a row with its reason: for each wait and each period with a figure for England, every CCG that existed
-- when the period began.

CREATE TEMP TABLE gap AS
WITH published AS MATERIALIZED (
  SELECT metric, period FROM observation JOIN metric_wait USING (metric) WHERE area = 'england' AND grp = 'all'
),
present AS MATERIALIZED (
  SELECT p.*, a.id AS area, a.level, a.until_month
  FROM period p
  JOIN area a ON a.level IN ('ccg', 'icb', 'alliance', 'alliance-today', 'own', 'region') AND p.start_month BETWEEN a.from_month AND a.until_month
)
SELECT metric, period, end_month, grain, area, level, until_month
FROM published JOIN present ON present.id = published.period
ANTI JOIN (FROM observation WHERE grp = 'all') found USING (metric, area, period);

INSERT INTO observation
WITH missing AS (
  SELECT g.metric, g.area, g.period, min(m.month) AS first_month, count(*) AS months
  FROM gap g
  JOIN month_in m ON m.id = g.period
  ANTI JOIN (FROM observation WHERE grp = 'all') w ON w.metric = g.metric AND w.area = g.area AND w.period = m.month
  WHERE g.grain <> 'month' AND g.until_month >= g.end_month
  GROUP BY ALL
),
merger AS (
  SELECT h.ccg AS area, h.from_month, 'Merged into ' || any_value(a.name || ' (' || a.id || ')') AS became
  FROM holding h
  JOIN area a ON a.id = h.commissioner AND h.from_month BETWEEN a.from_month AND a.until_month
  WHERE h.from_month > '0000-00'
  GROUP BY h.ccg, h.from_month
  UNION ALL
  SELECT s.icb, s.from_month, CASE count(*) WHEN 1 THEN 'Merged into ' ELSE 'Divided between ' END
    || string_agg(a.name || ' (' || a.id || ')', ' and ' ORDER BY s.share DESC)
  FROM icb_succession s
  JOIN area a ON a.id = s.successor AND a.from_month = s.from_month
  GROUP BY s.icb, s.from_month
)
SELECT g.metric, g.area, g.period, 'all', NULL, NULL, NULL, NULL, NULL, 'not-published', 'gap',
  CASE
    WHEN g.until_month < g.end_month AND g.level = 'own' THEN printf(
      'The figures of this area end in %s, as its members merge with others: the months before do not make a whole period.',
      month_name(g.until_month)
    )
    WHEN r.became IS NOT NULL THEN printf(
      '%s, which the publisher reports from %s; the months before do not make a whole period.',
      r.became, month_name(strftime(strptime(g.until_month || '-01', '%Y-%m-%d') + INTERVAL 1 MONTH, '%Y-%m'))
    )
    WHEN g.until_month < g.end_month THEN printf(
      'The figures of this area end in %s; the months before do not make a whole period.', month_name(g.until_month)
    )
    WHEN g.grain = 'month' THEN
      'Not in the publication for this month: whether it had no patients or sent nothing cannot be told, as too few of its months are known. A gap, and not 0%.'
    ELSE printf(
      'No figure was published for %s%s; a sum is given only when every month is present.', month_name(m.first_month),
      CASE m.months WHEN 1 THEN '' WHEN 2 THEN ' and one other month' ELSE printf(' and %d other months', m.months - 1) END
    )
  END,
  NULL, NULL
FROM gap g
LEFT JOIN missing m USING (metric, area, period)
LEFT JOIN merger r ON r.area = g.area AND g.until_month < r.from_month AND r.from_month <= g.end_month;
