-- Figures of Alliances, regions, England, quarters and financial years: counts are summed, then divided.
-- Never an average of percentages.

-- From April 2020 the workbooks carry no England row.
INSERT INTO observation
SELECT
  metric, 'england', period, 'all', sum(numerator) AS x, sum(denominator) AS n, x / n,
  wilson_lower(x, n), wilson_upper(x, n), 'derived', 'sum of commissioners',
  'The workbook has no England row: the sum of all its commissioners, those of unknown and Welsh patients included.',
  NULL, NULL
FROM observation
JOIN metric_wait USING (metric)
ANTI JOIN (SELECT metric, period FROM observation WHERE area = 'england') published USING (metric, period)
GROUP BY metric, period;

-- Months. An Alliance's month is the sum over the commissioners that count in it that month.
INSERT INTO observation
SELECT
  o.metric, f.area, o.period, 'all', sum(o.numerator) AS x, sum(o.denominator) AS n, x / n,
  wilson_lower(x, n), wilson_upper(x, n), 'derived', 'sum of commissioners', NULL, NULL, NULL
FROM observation o
JOIN metric_wait USING (metric)
JOIN footprint f ON f.commissioner = o.area AND o.period BETWEEN f.from_month AND f.until_month
GROUP BY o.metric, f.area, o.period;

-- Quarters and financial years: sums, present only when every month is, of an area that exists throughout.
CREATE TEMP TABLE quarter AS
SELECT o.metric, o.area, p.id AS period, sum(o.numerator) AS x, sum(o.denominator) AS n
FROM observation o
JOIN metric_wait USING (metric)
JOIN part_of p ON p.part = o.period AND p.grain = 'quarter'
GROUP BY o.metric, o.area, p.id
HAVING count(*) = 3;

INSERT INTO observation
WITH year AS (
  SELECT q.metric, q.area, p.id AS period, sum(q.x) AS x, sum(q.n) AS n
  FROM quarter q
  JOIN part_of p ON p.part = q.period AND p.grain = 'year'
  GROUP BY q.metric, q.area, p.id
  HAVING count(*) = 4
)
SELECT metric, area, period, 'all', x, n, x / n, wilson_lower(x, n), wilson_upper(x, n), 'derived', 'sum of months',
  NULL, NULL, NULL
FROM (FROM quarter UNION ALL FROM year);

-- The other metrics. Counts are summed; an index, a rate or a mean score cannot be.
CREATE TEMP TABLE place AS
WITH asked AS (SELECT * FROM period WHERE id IN (SELECT period FROM other)),
present AS (
  SELECT p.id AS period, a.id AS ccg, a.population, p.start_month
  FROM asked p JOIN area a ON a.level = 'ccg' AND p.start_month BETWEEN a.from_month AND a.until_month
)
SELECT f.area, present.ccg, present.period, present.population
FROM present
JOIN footprint f ON f.commissioner = present.ccg AND present.start_month BETWEEN f.from_month AND f.until_month
UNION ALL
SELECT 'england', ccg, period, population FROM present;

CREATE TEMP TABLE part AS
SELECT m.area, m.ccg, o.metric, o.period, o.grp, o.numerator, o.denominator, o.value, o.status, k.kind, m.population
FROM place m
JOIN other o ON o.area = m.ccg AND o.period = m.period
JOIN metric k ON k.id = o.metric
WHERE NOT (m.area = 'england' AND (k.kind <> 'proportion' OR (o.metric, o.period, o.grp) IN (
  SELECT (metric, period, grp) FROM other WHERE area = 'england'
)));

-- complete: every CCG of the area has a figure.
CREATE TEMP TABLE parts AS
SELECT
  area, metric, period, grp, any_value(kind) AS kind, sum(numerator) AS x, sum(denominator) AS n,
  -- In one order, so that the same figures are built to the last digit.
  sum(value * coalesce(denominator, population) ORDER BY ccg) / sum(coalesce(denominator, population)) AS weighted,
  bool_and(value IS NOT NULL) AND count(*) = any_value(ccgs) AS complete,
  bool_or(status = 'illustrative') AS illustrative, bool_or(status = 'inferred-period') AS inferred
FROM part
JOIN (SELECT area, period, count(*) AS ccgs FROM place GROUP BY area, period) USING (area, period)
GROUP BY area, metric, period, grp;

INSERT INTO observation
SELECT metric, area, period, grp, x, n, x / n, wilson_lower(x, n), wilson_upper(x, n), 'derived', 'sum of CCGs', NULL, NULL, NULL
FROM parts WHERE kind = 'proportion' AND complete
UNION ALL
SELECT metric, area, period, grp, NULL, CASE WHEN kind = 'mean' THEN n END, weighted, NULL, NULL,
  CASE WHEN illustrative THEN 'illustrative' ELSE 'derived' END, 'weighted mean of CCGs',
  CASE WHEN illustrative THEN 'Illustrative, not published. ' ELSE '' END
    || 'Our approximation, not an official statistic: the mean of its CCGs weighted by '
    || CASE WHEN kind = 'mean' THEN 'respondents' ELSE 'population of mid-2015' END
    || CASE WHEN inferred THEN '; the period is inferred' ELSE '' END || '.',
  NULL, NULL
FROM parts WHERE kind <> 'proportion' AND complete
UNION ALL
SELECT metric, area, period, grp, NULL, NULL, NULL, NULL, NULL, 'not-published', 'sum of CCGs',
  'Not given: the figure of a CCG in it is withheld or missing, and must not be recoverable by subtraction.', NULL, NULL
FROM parts WHERE NOT complete;
