-- The rules by which the dataset is made and read, as views over its tables: in SQL that most engines take.
-- Periods and months are texts that sort as time does: `2016-04` lies BETWEEN `2016-01` AND `9999-12`.

-- Every figure and gap, with the names of its metric and of its area as that was then. An area is the one of the month
-- that the figures were placed in, else of the first month of the period.
CREATE VIEW figure AS
SELECT o.metric, m.label AS metric_label, o.area, a.name AS area_name, a.level, o.period, p.grain, p.start_month, p.end_month,
  o.grp, o.numerator, o.denominator, o.value, o.lower, o.upper, o.status, o.source, o.note
FROM observation o
JOIN metric m ON m.id = o.metric
JOIN period p ON p.id = o.period
LEFT JOIN placed d ON d.metric = o.metric AND d.period = o.period
JOIN area a ON a.id = o.area AND coalesce(d.as_at, p.start_month) BETWEEN a.from_month AND a.until_month;

-- A waiting time in a month is the sum over the commissioners that count in the area in that month, then divided: never an
-- average of percentages. Where a submission is missing the sum stands here too, and `figure` has a gap with its reason.
CREATE VIEW sum_of_commissioners AS
SELECT o.metric, f.area, o.period, o.grp, sum(o.numerator) AS numerator, sum(o.denominator) AS denominator
FROM observation o
JOIN metric m ON m.id = o.metric AND m.source = 'cancer-waiting-times'
JOIN period p ON p.id = o.period AND p.grain = 'month'
JOIN footprint f ON f.commissioner = o.area AND o.period BETWEEN f.from_month AND f.until_month
GROUP BY o.metric, f.area, o.period, o.grp;

-- England in a month, where the publisher prints no row of it: the sum over all commissioners of the publication, those of
-- unknown patients and the hubs included.
CREATE VIEW sum_for_england AS
SELECT f.metric, 'england' AS area, f.period, f.grp, sum(f.numerator) AS numerator, sum(f.denominator) AS denominator
FROM figure f
JOIN metric m ON m.id = f.metric AND m.source = 'cancer-waiting-times'
WHERE f.grain = 'month'
  AND f.grp = 'all'
  AND f.level IN ('ccg', 'icb', 'hub', 'discontinued', 'unknown')
  AND NOT EXISTS (
    SELECT 1 FROM observation e
    WHERE e.area = 'england' AND e.metric = f.metric AND e.period = f.period AND e.grp = f.grp
      AND e.source <> 'sum of commissioners'
  )
GROUP BY f.metric, f.period, f.grp;

-- A quarter or a financial year is the sum of its months, of an area that has them all.
CREATE VIEW sum_of_months AS
WITH waiting_month AS (
  SELECT o.metric, o.area, o.period, o.grp, o.numerator, o.denominator
  FROM observation o
  JOIN metric m ON m.id = o.metric AND m.source = 'cancer-waiting-times'
  JOIN period p ON p.id = o.period AND p.grain = 'month'
  WHERE o.grp <> 'basis:provider'
    AND o.area NOT IN (SELECT area FROM footprint)
  UNION ALL
  SELECT metric, area, period, grp, numerator, denominator FROM sum_of_commissioners
)
SELECT w.metric, w.area, p.id AS period, w.grp, sum(w.numerator) AS numerator, sum(w.denominator) AS denominator
FROM waiting_month w
JOIN period p ON p.grain IN ('quarter', 'year') AND w.period BETWEEN p.start_month AND p.end_month
GROUP BY w.metric, w.area, p.id, p.months, w.grp
HAVING count(*) = p.months;

-- These sums as shares of people, 0 to 1, with Wilson's 95% interval (Wilson 1927; z = 1.959963984540054). It ends at 0 where
-- nobody is in the numerator, and at 1 where all are.
CREATE VIEW recomputed AS
WITH summed AS (
  SELECT s.*, s.numerator * 1.0 / s.denominator AS value, 1.959963984540054 * 1.959963984540054 AS z2
  FROM (
    SELECT * FROM sum_of_commissioners
    UNION ALL
    SELECT * FROM sum_for_england
    UNION ALL
    SELECT * FROM sum_of_months
  ) s
  WHERE s.denominator > 0
),
half AS (SELECT s.*, sqrt(z2 * (z2 + 4 * numerator * (1 - value))) AS half FROM summed s)
SELECT metric, area, period, grp, numerator, denominator, value,
  CASE WHEN numerator = 0 THEN 0 ELSE (2 * numerator + z2 - half) / (2 * (denominator + z2)) END AS lower,
  CASE WHEN numerator = denominator THEN 1 ELSE (2 * numerator + z2 + half) / (2 * (denominator + z2)) END AS upper
FROM half;

-- A standard is met, or not met, where the whole 95% interval lies on one side of it; `not-sure` where it spans the standard
-- or there is none. What is probably incomplete is not judged, and an ambition for England is no pass mark of an area.
CREATE VIEW judged AS
SELECT f.*, s.value AS standard,
  CASE
    WHEN s.value IS NULL OR f.value IS NULL OR f.status = 'incomplete' THEN 'no-target'
    WHEN f.lower IS NULL OR f.upper IS NULL THEN 'not-sure'
    WHEN m.polarity = 'lower' AND f.upper <= s.value OR m.polarity <> 'lower' AND f.lower >= s.value THEN 'met'
    WHEN m.polarity = 'lower' AND f.lower > s.value OR m.polarity <> 'lower' AND f.upper < s.value THEN 'not-met'
    ELSE 'not-sure'
  END AS verdict
FROM figure f
JOIN metric m ON m.id = f.metric
LEFT JOIN target s
  ON s.metric = f.metric AND s.basis = 'standard' AND s.comparable AND s.value IS NOT NULL
  AND f.end_month BETWEEN s.from_month AND s.until_month;

-- Each figure beside England's of the same metric, period and patients that it may be compared with: that of the release it
-- comes from where there is one; else the series of England, for shares of people counted alike and for figures of one
-- publication. `excludes_england`: its 95% interval leaves England out. Of counted people the dashboard says better or worse
-- where, besides, the exact binomial distribution gives so few or so many in under 2.5% of cases: that takes its API.
CREATE VIEW beside_england AS
WITH source_in AS (SELECT DISTINCT metric, period, grp, source FROM observation WHERE area <> 'england'),
england AS (
  SELECT s.metric, s.period, s.grp, e.value, e.numerator, e.denominator,
    row_number() OVER (
      PARTITION BY s.metric, s.period, s.grp ORDER BY CASE WHEN e.grp LIKE 'release:%' THEN 1 ELSE 2 END
    ) AS place
  FROM source_in s
  JOIN metric m ON m.id = s.metric
  JOIN observation e
    ON e.metric = s.metric AND e.period = s.period AND e.area = 'england'
    AND (
      e.grp LIKE 'release:%' AND s.source IN (e.source, 'weighted mean of CCGs')
      OR e.grp = s.grp AND (
        m.kind = 'proportion' OR s.source = e.source
        OR m.kind IN ('score', 'mean') AND s.source = 'weighted mean of CCGs'
      )
    )
)
SELECT f.*, e.value AS england, f.value - e.value AS difference, f.lower > e.value OR f.upper < e.value AS excludes_england
FROM figure f
LEFT JOIN england e ON e.metric = f.metric AND e.period = f.period AND e.grp = f.grp AND e.place = 1
WHERE f.area <> 'england';
