-- Figures of Alliances, own areas, regions, England, quarters and financial years: counts are summed, then divided.
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
ANTI JOIN (SELECT metric, period FROM observation WHERE area = 'england' AND grp = 'all') published USING (metric, period)
WHERE grp = 'all'
GROUP BY metric, period;

-- Months, quarters and financial years. An area's month is the sum over the commissioners that count in it that month;
-- quarters and years are sums of months, of an area that exists throughout. Where the publisher prints the quarter or the
-- year itself, as in the national series, that stands.
CREATE TEMP TABLE summed AS
SELECT o.metric, f.area, o.period, o.grp, sum(o.numerator) AS x, sum(o.denominator) AS n, 'sum of commissioners' AS source,
  bool_or(o.note LIKE 'Provisional%' OR o.status = 'provisional' AND o.period >= '2022-04') AS provisional
FROM observation o
JOIN metric_wait USING (metric)
JOIN footprint f ON f.commissioner = o.area AND o.period BETWEEN f.from_month AND f.until_month
GROUP BY o.metric, f.area, o.period, o.grp;

CREATE TEMP TABLE quarter AS
WITH month AS (
  SELECT o.metric, o.area, o.period, o.grp, o.numerator AS x, o.denominator AS n,
    o.note LIKE 'Provisional%' OR o.status = 'provisional' AND o.period >= '2022-04' AS provisional
  FROM observation o JOIN metric_wait USING (metric)
  WHERE o.grp <> 'basis:provider'
  UNION ALL
  SELECT metric, area, period, grp, x, n, provisional FROM summed
)
SELECT m.metric, m.area, m.grp, p.id AS period, sum(m.x) AS x, sum(m.n) AS n, bool_or(m.provisional) AS provisional
FROM month m
JOIN part_of p ON p.part = m.period AND p.grain = 'quarter'
GROUP BY m.metric, m.area, m.grp, p.id
HAVING count(*) = 3;

INSERT INTO summed
WITH year AS (
  SELECT q.metric, q.area, q.grp, p.id AS period, sum(q.x) AS x, sum(q.n) AS n, bool_or(q.provisional) AS provisional
  FROM quarter q
  JOIN part_of p ON p.part = q.period AND p.grain = 'year'
  GROUP BY q.metric, q.area, q.grp, p.id
  HAVING count(*) = 4
)
SELECT metric, area, period, grp, x, n, 'sum of months', provisional FROM (FROM quarter UNION ALL FROM year);

-- A sum with missing submissions of more than 2% of the people to be expected, as much as makes a break, is a gap. One
-- that lacks more than a fifth, incomplete months included, is shown and not judged: if those had a share ten points
-- away, the sum would be out by two. One that lacks less stands, and says what it lacks.
CREATE TEMP TABLE whole AS
WITH short AS (
  SELECT l.*, l.period AS id FROM lacking l
  UNION ALL
  SELECT l.*, m.id FROM lacking l JOIN month_in m ON m.month = l.period
),
told AS (
  SELECT metric, area, id AS period, coalesce(sum(usual) FILTER (status = 'missing-submission'), 0) AS missing,
    sum(short) AS short, count(*) AS parts,
    list(
      CASE WHEN commissioner = area THEN month_name(period)
        WHEN period = id THEN commissioner_name
        ELSE commissioner_name || ' in ' || month_name(period)
      END || printf(' (%s of about %s)', CASE status WHEN 'incomplete' THEN thousands(usual - short) ELSE 'none' END, thousands(usual))
      ORDER BY short DESC, commissioner, period
    ) AS words
  FROM short
  GROUP BY metric, area, id
)
SELECT s.metric, s.area, s.period,
  CASE
    WHEN t.missing > 0.02 * (coalesce(s.n, 0) + t.short) THEN 'missing-submission'
    WHEN t.short > 0.2 * (coalesce(s.n, 0) + t.short) THEN 'incomplete'
    ELSE 'derived'
  END AS status,
  printf('%.1f%% of the people usual here are not in what was published: ', 100 * t.short / (coalesce(s.n, 0) + t.short))
    || array_to_string(list_slice(t.words, 1, 3), ', ')
    || CASE WHEN t.parts > 3 THEN printf(' and %d more', t.parts - 3) ELSE '' END || '.' AS note
FROM told t
JOIN summed s ON s.metric = t.metric AND s.area = t.area AND s.period = t.period AND s.grp = 'all';

INSERT INTO observation
WITH judged AS (
  SELECT s.* REPLACE (
      CASE WHEN w.status = 'missing-submission' THEN NULL ELSE s.x END AS x,
      CASE WHEN w.status = 'missing-submission' THEN NULL ELSE s.n END AS n
    ),
    coalesce(w.status, CASE s.n WHEN 0 THEN 'no-patients' END, 'derived') AS status,
    concat_ws(' ',
      CASE WHEN s.provisional THEN CASE s.source
        WHEN 'sum of months' THEN 'Provisional: holds months that the publisher may revise.'
        ELSE 'Provisional: the publisher may revise it.'
      END END,
      CASE w.status
        WHEN 'missing-submission' THEN 'A submission is probably missing, so no sum is given. ' || w.note
        WHEN 'incomplete' THEN 'Probably incomplete: shown, but not ranked and not judged. ' || w.note
        WHEN 'derived' THEN w.note
      END,
      CASE s.n WHEN 0 THEN 'No patients are published for this period: it counts as nobody, not as 0%.' END
    ) AS note
  FROM summed s
  LEFT JOIN whole w USING (metric, area, period)
)
SELECT metric, area, period, grp, x, n, x / nullif(n, 0), CASE WHEN n > 0 THEN wilson_lower(x, n) END,
  CASE WHEN n > 0 THEN wilson_upper(x, n) END, status, source, nullif(note, ''), NULL, NULL
FROM judged;

-- The other metrics. Counts are summed; an index, a rate or a mean score cannot be.
-- as_at: the month whose areas the figures were published for: the period's first, or where a publisher prints a year on
-- the areas of the next one, the month after it. Of ICBs it is the first in which all that were printed are there: a year
-- before a merger may be printed on the ICBs after it.
INSERT INTO placed
WITH icb AS (SELECT id, min(from_month) AS first_month FROM area WHERE level = 'icb' GROUP BY id),
asked AS (
  SELECT DISTINCT o.metric, o.period, o.area, p.start_month, m.areas_of,
    strftime(strptime(p.end_month || '-01', '%Y-%m-%d') + INTERVAL 1 MONTH, '%Y-%m') AS month_after
  FROM other o JOIN metric m ON m.id = o.metric JOIN period p ON p.id = o.period
)
SELECT o.metric, o.period, coalesce(
  -- A later release prints the same years on the ICBs of its own time.
  CASE WHEN coalesce(max(icb.first_month) <= any_value(o.areas_of), true) THEN any_value(o.areas_of) END,
  CASE
  WHEN bool_or(a.level = 'icb') THEN greatest(any_value(o.start_month), max(icb.first_month))
  WHEN bool_or(a.level IS NULL) THEN any_value(o.month_after)
  ELSE any_value(o.start_month)
END)
FROM asked o
LEFT JOIN area a ON a.id = o.area AND (a.level = 'icb' OR o.start_month BETWEEN a.from_month AND a.until_month)
LEFT JOIN icb ON icb.id = o.area
GROUP BY o.metric, o.period;

CREATE TEMP TABLE place AS
WITH present AS (
  SELECT d.metric, d.period, d.as_at, a.id AS ccg, a.population
  FROM placed d JOIN area a ON a.level IN ('ccg', 'icb') AND d.as_at BETWEEN a.from_month AND a.until_month
)
SELECT present.metric, f.area, present.ccg, present.period, present.population
FROM present
JOIN footprint f ON f.commissioner = present.ccg AND present.as_at BETWEEN f.from_month AND f.until_month
UNION ALL
SELECT metric, 'england', ccg, period, population FROM present;

CREATE TEMP TABLE part AS
SELECT m.area, m.ccg, o.metric, o.period, o.grp, o.numerator, o.denominator, o.value, o.status, k.kind, m.population
FROM place m
JOIN other o ON o.area = m.ccg AND o.period = m.period AND o.metric = m.metric
JOIN metric k ON k.id = o.metric
WHERE NOT (m.area = 'england' AND k.kind <> 'proportion')
-- What the publisher prints for the area itself stands.
AND (o.metric, m.area, o.period, o.grp) NOT IN (SELECT (metric, area, period, grp) FROM other);

-- complete: every CCG of the area has a figure.
CREATE TEMP TABLE parts AS
SELECT
  area, metric, period, grp, any_value(kind) AS kind, sum(numerator) AS x, sum(denominator) AS n,
  -- In one order, so that the same figures are built to the last digit.
  sum(value * coalesce(denominator, population) ORDER BY ccg) / sum(coalesce(denominator, population)) AS weighted,
  bool_and(value IS NOT NULL) AND count(*) = any_value(ccgs) AS complete,
  bool_or(status = 'inferred-period') AS inferred
FROM part
JOIN (SELECT metric, area, period, count(*) AS ccgs FROM place GROUP BY ALL) USING (metric, area, period)
GROUP BY area, metric, period, grp;

INSERT INTO observation
SELECT metric, area, period, grp, x, n, x / n, wilson_lower(x, n), wilson_upper(x, n), 'derived', 'sum of areas', NULL, NULL, NULL
FROM parts WHERE kind = 'proportion' AND complete
UNION ALL
SELECT metric, area, period, grp, NULL, CASE WHEN kind IN ('mean', 'score') THEN n END, weighted, NULL, NULL,
  'derived', 'weighted mean of CCGs',
  'Our approximation, not an official statistic: the mean of its CCGs weighted by '
    || CASE WHEN kind IN ('mean', 'score') THEN 'respondents' ELSE 'population of mid-2015' END
    || CASE WHEN inferred THEN '; the period is inferred' ELSE '' END || '.',
  NULL, NULL
FROM parts WHERE kind <> 'proportion' AND complete AND area NOT IN (SELECT id FROM own_area)
UNION ALL
SELECT metric, area, period, grp, NULL, NULL, NULL, NULL, NULL, 'not-published', 'sum of areas',
  'Not given for an own area: ' || CASE kind
    WHEN 'index' THEN 'an index' WHEN 'rate' THEN 'a rate' WHEN 'mean' THEN 'a mean score' ELSE 'a published percentage'
  END || ' of its members cannot be added up.',
  NULL, NULL
FROM parts WHERE kind <> 'proportion' AND area IN (SELECT id FROM own_area)
UNION ALL
SELECT metric, area, period, grp, NULL, NULL, NULL, NULL, NULL, 'not-published', 'sum of areas',
  'Not given: the figure of a CCG in it is withheld or missing, and must not be recoverable by subtraction.', NULL, NULL
FROM parts WHERE NOT complete AND (kind = 'proportion' OR area NOT IN (SELECT id FROM own_area));
