-- A user's successions: what is said of an ICB that begins with them, and the figures that a publisher prints for ICBs after
-- they have ended. Those are counted in the successor: counts are added; where a member's figure is withheld or missing, or
-- cannot be added, there is a reason in place of a figure. A figure of an ICB that is divided is nobody's after that.

INSERT INTO area_note
SELECT s.successor, any_value(s.from_month), '9999-12', printf(
  'It begins in %s, in place of %s, as declared in a file that was loaded. %s',
  month_name(any_value(s.from_month)),
  string_agg(CASE WHEN s.whole THEN '' ELSE 'a part of ' END || a.name || ' (' || s.icb || ')', ' and ' ORDER BY a.name),
  CASE WHEN bool_and(s.whole) THEN 'What stands before that is theirs.'
    ELSE 'What was published before that is of other people too and cannot be divided: its figures begin here. The map gives the whole of an ICB that is divided the colour of the one with most of its people.'
  END
)
FROM declared_succession s
JOIN area a ON a.id = s.icb AND month_before(s.from_month) BETWEEN a.from_month AND a.until_month
GROUP BY s.successor
UNION ALL
SELECT s.icb, month_before(any_value(s.from_month)), '9999-12', printf(
  'It is divided in %s, as declared in a file that was loaded: its people are counted in %s from then on. Its figures end here, as they cannot be divided.',
  month_name(any_value(s.from_month)),
  string_agg(printf('%s (%s; about %.0f%% of them)', a.name, s.successor, 100 * i.share), ' and ' ORDER BY i.share DESC)
)
FROM declared_succession s
JOIN icb_succession i USING (icb, successor, from_month)
JOIN area a ON a.id = s.successor AND a.from_month = s.from_month
WHERE NOT s.whole
GROUP BY s.icb;

-- Whom an ICB's people are counted in from a month on, through as many successions as there are; only one that is made of
-- whole ICBs has what they had.
CREATE TEMP TABLE heir AS
WITH RECURSIVE entire AS (
  FROM declared_succession s WHERE s.successor NOT IN (SELECT successor FROM declared_succession WHERE NOT whole)
),
heirs AS (
  SELECT icb, successor, from_month FROM entire
  UNION ALL
  SELECT h.icb, s.successor, s.from_month FROM heirs h JOIN entire s ON s.icb = h.successor
)
FROM heirs;

INSERT INTO succeeded_figure
SELECT o.metric, o.area, o.period, o.grp, o.numerator, o.denominator, o.value, o.source, o.sheet, o.source_row, h.successor
FROM observation o
JOIN period p ON p.id = o.period
JOIN heir h ON h.icb = o.area AND h.from_month <= p.start_month
QUALIFY row_number() OVER (PARTITION BY o.metric, o.area, o.period, o.grp ORDER BY h.from_month DESC) = 1;

-- complete: each ICB that the successor begins in place of has a figure.
CREATE TEMP TABLE inherited AS
WITH member AS (
  SELECT successor, count(*) AS members, string_agg(icb, ' and ' ORDER BY icb) AS theirs
  FROM declared_succession GROUP BY successor
)
SELECT f.metric, f.successor, f.period, f.grp, any_value(k.kind) AS kind, any_value(w.metric) IS NOT NULL AS wait,
  sum(f.numerator) AS x, sum(f.denominator) AS n, string_agg(f.area, ' and ' ORDER BY f.area) AS names, any_value(m.theirs) AS theirs,
  count(f.value) >= any_value(m.members) AS complete,
  bool_or(o.status = 'provisional' AND o.period >= '2022-04' OR o.note LIKE 'Provisional%') AS provisional
FROM succeeded_figure f
JOIN observation o USING (metric, area, period, grp)
JOIN member m USING (successor)
JOIN metric k ON k.id = f.metric
LEFT JOIN metric_wait w ON w.metric = f.metric
GROUP BY f.metric, f.successor, f.period, f.grp;

DELETE FROM observation WHERE (metric, area, period, grp) IN (SELECT (metric, area, period, grp) FROM succeeded_figure);

-- A commissioner that is absent from the waits of a group had nobody in it.
INSERT INTO observation
SELECT metric, successor, period, grp, x, n, x / n, wilson_lower(x, n), wilson_upper(x, n), 'derived', 'sum of predecessors',
  concat_ws(' ', CASE WHEN provisional THEN 'Provisional: the publisher may revise it.' END,
    'The sum of what is published for ' || names || ', which it succeeds.'),
  NULL, NULL
FROM inherited WHERE kind = 'proportion' AND (wait OR complete)
UNION ALL
SELECT metric, successor, period, grp, NULL, NULL, NULL, NULL, NULL, 'not-published', 'sum of predecessors',
  CASE WHEN kind = 'proportion'
    THEN 'Not given: the figure of one of ' || theirs || ', which it succeeds, is withheld or missing.'
    ELSE 'Not given: it is published for ' || names || ', which it succeeds, and ' || CASE kind
      WHEN 'index' THEN 'an index' WHEN 'rate' THEN 'a rate' WHEN 'mean' THEN 'a mean score' ELSE 'a published percentage'
    END || ' of theirs cannot be added up.'
  END,
  NULL, NULL
FROM inherited WHERE NOT (kind = 'proportion' AND (wait OR complete));

DELETE FROM other WHERE (metric, area, period, grp) IN (SELECT (metric, area, period, grp) FROM succeeded_figure);

INSERT INTO other BY NAME
SELECT o.metric, o.area, o.period, o.grp, o.numerator, o.denominator, o.value, o.status, o.source AS file
FROM observation o
WHERE o.source = 'sum of predecessors' AND o.metric NOT IN (SELECT metric FROM metric_wait);
