-- What each Alliance and region gains or loses when CCGs or ICBs merge across its footprint: notes, and breaks where more
-- than 2% of its people move.

CREATE TEMP TABLE member AS
SELECT alliance AS area, ccg FROM membership
UNION ALL
SELECT DISTINCT a.region, m.ccg FROM membership m JOIN alliance a ON a.id = m.alliance
UNION ALL
-- A code that outlives its footprint (01H and 01K, April 2017) is compared with its own of 2016.
SELECT id, id FROM ccg;

CREATE TEMP TABLE cover AS
SELECT f.area, h.commissioner, h.ccg, h.people, greatest(f.from_month, h.from_month) AS from_month,
  least(f.until_month, h.until_month) AS until_month
FROM footprint f
JOIN holding h ON h.commissioner = f.commissioner
  AND h.from_month <= f.until_month AND f.from_month <= h.until_month
UNION ALL
SELECT h.commissioner, h.commissioner, h.ccg, h.people, h.from_month, h.until_month
FROM holding h WHERE h.commissioner IN (SELECT id FROM ccg);

-- The people of each area by CCG of 2016: of Annex i, or for today's Alliances of their first month.
CREATE TEMP TABLE own AS
SELECT m.area, m.ccg, c.population AS people, '0000-00' AS from_month FROM member m JOIN ccg c ON c.id = m.ccg
UNION ALL
SELECT c.area, c.ccg, sum(c.people), a.from_month
FROM cover c
JOIN area a ON a.id = c.area AND a.level = 'alliance-today' AND a.from_month BETWEEN c.from_month AND c.until_month
GROUP BY ALL;

CREATE TEMP TABLE begun AS SELECT DISTINCT area, from_month FROM own;

-- What each area covers of each 2016 CCG in the months in which CCGs or ICBs merge, and in the month before.
CREATE TEMP TABLE covered AS
WITH changes AS (SELECT DISTINCT from_month FROM holding WHERE from_month > '0000-00'),
covering AS (
  SELECT c.area, m.from_month, m.month, c.ccg, c.commissioner, c.people
  FROM (
    SELECT from_month, from_month AS month FROM changes
    UNION ALL
    SELECT from_month, month_before(from_month) FROM changes
  ) m
  JOIN cover c ON m.month BETWEEN c.from_month AND c.until_month
)
SELECT area, from_month, ccg,
  coalesce(sum(people) FILTER (month = from_month), 0) AS people,
  coalesce(sum(people) FILTER (month < from_month), 0) AS people_before
FROM covering
-- An area that the month finds without cover has ended: a merger, not a loss.
WHERE (area, from_month) IN (SELECT (area, from_month) FROM covering WHERE month = from_month)
GROUP BY ALL;

-- One row for each commissioner, month of change and area whose people it then takes or brings: signed people.
CREATE TEMP TABLE movement AS
WITH moved AS (
  SELECT area, from_month, ccg, people - people_before AS people FROM covered WHERE abs(people - people_before) > 1
),
-- Who holds the people that moved: in the area where it gains, outside it where it loses.
holder AS (
  SELECT m.area, m.from_month, m.ccg, m.people, h.commissioner, h.people AS held,
    EXISTS (
      FROM cover c
      WHERE c.area = m.area AND c.commissioner = h.commissioner AND c.ccg = m.ccg
        AND m.from_month BETWEEN c.from_month AND c.until_month
    ) AS inside
  FROM moved m
  JOIN holding h ON h.ccg = m.ccg AND m.from_month BETWEEN h.from_month AND h.until_month
)
SELECT area, commissioner, from_month, sum(sign(people) * least(abs(people), held)) AS people
FROM holder
WHERE inside = (people > 0)
GROUP BY ALL;

-- share: of the people of the area as it began.
CREATE TEMP TABLE told AS
SELECT
  v.area, v.from_month, v.people, abs(v.people) / a.population AS share,
  c.name || ' (' || v.commissioner || ')' AS merged, coalesce(today.name, home.name) AS home,
  coalesce(t.fit = 'best-fit', EXISTS (
    FROM holding f WHERE f.commissioner = v.commissioner AND f.from_month = v.from_month AND f.fit = 'best-fit'
  )) AS best_fit
FROM movement v
JOIN begun b ON b.area = v.area AND b.from_month < v.from_month
JOIN area a ON a.id = v.area AND a.from_month = b.from_month
JOIN area c ON c.id = v.commissioner AND v.from_month BETWEEN c.from_month AND c.until_month
LEFT JOIN home h ON h.commissioner = v.commissioner AND h.from_month = v.from_month
LEFT JOIN alliance home ON home.id = h.alliance
LEFT JOIN membership_today t ON a.level = 'alliance-today' AND t.icb = v.commissioner AND t.from_month = v.from_month
LEFT JOIN alliance_today today ON today.id = t.alliance;

INSERT INTO area_note
SELECT t.area, t.from_month, '9999-12', printf(
  'From %s %s is counted whole in %s%s. %s %s people, %.1f%% of the population of mid-2015.',
  month_name(t.from_month), t.merged, t.home, CASE WHEN t.best_fit THEN ' (best fit)' ELSE '' END,
  CASE WHEN t.people > 0 THEN 'This area gains' ELSE 'This area loses' END, thousands(abs(t.people)), 100 * t.share
)
FROM told t JOIN area a ON a.id = t.area AND a.level IN ('alliance', 'region', 'alliance-today')
WHERE t.share >= 0.001;

INSERT INTO area_note
SELECT m.alliance, '0000-00', '2017-03', 'NHS Cumbria (01H) stands in two Alliances, ' || (
  SELECT string_agg(a.name, ' and ' ORDER BY a.name) FROM membership n JOIN alliance a ON a.id = n.alliance
  WHERE n.ccg = m.ccg
) || ': each counts it whole, as Annex i lists it; England and the region count it once.'
FROM membership m
WHERE m.ccg IN (SELECT ccg FROM membership GROUP BY ccg HAVING count(*) > 1);

-- An Alliance of today whose ICBs are all in others since.
INSERT INTO area_note
SELECT a.id, a.until_month, a.until_month, printf(
  'The figures of this Alliance end in %s: from then on its people are counted in %s.', month_name(a.until_month), (
    SELECT string_agg(DISTINCT c.name || ' (' || s.successor || '), which counts whole in ' || home.name, '; ')
    FROM footprint f
    JOIN icb_succession s ON s.icb = f.commissioner
    JOIN area c ON c.id = s.successor AND s.from_month BETWEEN c.from_month AND c.until_month
    JOIN membership_today m ON m.icb = s.successor AND m.from_month = s.from_month
    JOIN alliance_today home ON home.id = m.alliance
    WHERE f.area = a.id AND f.until_month = a.until_month
  )
)
FROM area a WHERE a.level = 'alliance-today' AND a.until_month < '9999-12';

-- Known of the figures alone (data/geography/README.md has them).
INSERT INTO area_note
SELECT area, '2026-04', '9999-12',
  'From April 2026 these figures may hold the districts of Hampshire that were in Frimley ICB: the part of '
    || 'Hampshire and Isle of Wight ICB in the patients of the ICBs around it rose in that month. We count them in '
    || 'Thames Valley until the publisher''s table of areas is known.'
FROM (VALUES ('QRL'), ('wessex'), ('today-wessex')) AS held(area);

-- A break: the people covered depart by more than 2% from the footprint's, and have changed by more than 2% or have
-- only now departed so far. moved: by how much they depart.
INSERT INTO series_break
WITH compared AS (
  SELECT coalesce(v.area, o.area) AS area, m.from_month, coalesce(v.people, 0) AS people,
    coalesce(v.people_before, 0) AS people_before, coalesce(o.people, 0) AS own
  FROM (SELECT DISTINCT area, from_month FROM covered) m
  JOIN own o ON o.area = m.area
  FULL JOIN covered v ON v.area = o.area AND v.ccg = o.ccg AND v.from_month = m.from_month
  WHERE m.from_month IS NOT NULL
  UNION ALL
  SELECT v.area, v.from_month, v.people, v.people_before, 0
  FROM covered v ANTI JOIN own USING (area, ccg)
),
departed AS (
  SELECT c.area, c.from_month,
    sum(abs(c.people - c.own)) / any_value(a.population) AS moved,
    sum(abs(c.people_before - c.own)) / any_value(a.population) AS moved_before,
    sum(abs(c.people - c.people_before)) / any_value(a.population) AS changed
  FROM compared c
  JOIN begun b ON b.area = c.area
  JOIN area a ON a.id = c.area AND a.from_month = b.from_month
  WHERE c.from_month > b.from_month
  GROUP BY ALL
)
SELECT d.area, d.from_month, d.moved,
  printf('From %s the people covered are no longer those of %s: %s of the population.', month_name(d.from_month),
    CASE
      WHEN d.moved_before > 0.02 THEN 'the month before'
      ELSE coalesce((SELECT month_name(from_month) FROM begun b WHERE b.area = d.area AND from_month > '0000-00'), 'December 2016')
    END, (
      SELECT string_agg(t.merged || CASE WHEN t.people > 0 THEN ' adds ' ELSE ' takes away ' END || printf('%.1f%%', 100 * t.share),
        '; ' ORDER BY t.share DESC)
      FROM told t WHERE t.area = d.area AND t.from_month = d.from_month AND t.share >= 0.001
    ))
FROM departed d
WHERE d.moved > 0.02 AND (d.changed > 0.02 OR d.moved_before <= 0.02 AND d.changed > 0.001);
