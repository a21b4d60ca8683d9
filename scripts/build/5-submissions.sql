-- Which months of a commissioner plausibly hold nobody, are missing or are probably incomplete. The publisher leaves out
-- a commissioner without patients and one that sent nothing alike.
--
-- usual: how many people a month can be expected to have: the median of its twelve nearest months with a figure, less by
-- as much as England has fewer than in these, so that a pause of the whole country is no gap in what was sent.

CREATE TEMP TABLE submission AS
WITH england AS MATERIALIZED (
  SELECT o.metric, o.period, sum(o.denominator) AS people, CAST(o.period[:4] AS INTEGER) * 12 + CAST(o.period[6:] AS INTEGER) AS number
  FROM observation o
  JOIN metric_wait USING (metric)
  JOIN area a ON a.id = o.area AND a.level IN ('ccg', 'icb') AND o.period BETWEEN a.from_month AND a.until_month
  WHERE o.grp = 'all' AND length(o.period) = 7
  GROUP BY o.metric, o.period
),
-- A code that outlives its footprint is another commissioner from then on.
due AS MATERIALIZED (
  SELECT e.metric, e.period, e.number, e.people AS england, a.id AS area, a.from_month, o.denominator AS people
  FROM england e
  JOIN area a ON a.level IN ('ccg', 'icb') AND e.period BETWEEN a.from_month AND a.until_month
  LEFT JOIN observation o ON o.metric = e.metric AND o.area = a.id AND o.period = e.period AND o.grp = 'all'
),
-- Those that can be told apart: absent, or under a quarter of the most in any month near.
few AS (
  SELECT * FROM due
  QUALIFY people IS NULL OR people < max(people) OVER (
    PARTITION BY metric, area, from_month ORDER BY number RANGE BETWEEN 24 PRECEDING AND 24 FOLLOWING
  ) / 4
),
near AS (
  SELECT d.metric, d.area, d.period, d.people, d.england, n.people AS near_people, n.england AS near_england
  FROM few d
  JOIN due n ON n.metric = d.metric AND n.area = d.area AND n.from_month = d.from_month AND n.people IS NOT NULL
    AND n.number <> d.number AND n.number BETWEEN d.number - 24 AND d.number + 24
  QUALIFY row_number() OVER (
    PARTITION BY d.metric, d.area, d.period ORDER BY abs(n.number - d.number), n.number
  ) <= 12
),
expected AS (
  SELECT metric, area, period, any_value(people) AS people, count(*) AS months,
    median(near_people) * least(1, any_value(england) / median(near_england)) AS usual
  FROM near
  GROUP BY metric, area, period
)
SELECT metric, area, period, coalesce(people, 0) AS people, usual,
  CASE
    WHEN people IS NULL THEN CASE WHEN exp(-usual) > 0.01 THEN 'no-patients' ELSE 'missing-submission' END
    ELSE 'incomplete'
  END AS status,
  CASE
    WHEN people IS NULL AND exp(-usual) > 0.01 THEN printf(
      'No patients are published for this month, and with about %s usual that can be so by chance: it counts as nobody, not as 0%%.',
      thousands(usual)
    )
    WHEN people IS NULL THEN printf(
      'A submission is probably missing: nothing is published for this month, where about %s people are usual.', thousands(usual)
    )
    ELSE printf(
      'Probably incomplete: %s in this month, where about %s people are usual. Shown, but not ranked and not judged.',
      CASE people WHEN 1 THEN '1 person' ELSE thousands(people) || ' people' END, thousands(usual)
    )
  END AS note
FROM expected
WHERE people IS NULL
  -- Under a quarter of the usual, and so few by chance less than once in a thousand (Poisson).
  -- Fewer than six months do not tell what is usual.
  OR months >= 6 AND people < usual / 4 AND poisson_cdf(people, usual) < 0.001;

INSERT INTO observation
SELECT metric, area, period, 'all', n, n, NULL, NULL, NULL, status, 'gap', note, NULL, NULL
FROM (SELECT *, CASE WHEN status = 'no-patients' THEN 0 END AS n FROM submission)
WHERE status <> 'incomplete';

UPDATE observation
SET status = 'incomplete', note = concat_ws(' ', observation.note, submission.note)
FROM submission
WHERE submission.status = 'incomplete'
  AND observation.metric = submission.metric
  AND observation.area = submission.area
  AND observation.period = submission.period;

-- What a sum over commissioners or months lacks, of each area and month: people of submissions that are missing, and
-- these with what incomplete months fall short by.
CREATE TEMP TABLE lacking AS
WITH each AS (
  SELECT s.metric, s.area, s.period, s.status, s.usual, s.usual - s.people AS short, s.area AS commissioner
  FROM submission s
  UNION ALL
  SELECT s.metric, f.area, s.period, s.status, s.usual, s.usual - s.people, s.area
  FROM submission s
  JOIN footprint f ON f.commissioner = s.area AND s.period BETWEEN f.from_month AND f.until_month
)
SELECT metric, e.area, period, commissioner, a.name AS commissioner_name, status, usual, short
FROM each e
JOIN area a ON a.id = e.commissioner AND e.period BETWEEN a.from_month AND a.until_month
WHERE status <> 'no-patients';
