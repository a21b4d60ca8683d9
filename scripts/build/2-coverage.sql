-- What each Alliance and region gains or loses when CCGs merge across its Annex i footprint: notes, and breaks
-- where more than 2% of its people move.

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

-- One row for each commissioner, month of change and area whose people it holds or takes: signed people.
CREATE TEMP TABLE movement AS
WITH gained AS (
  SELECT area, commissioner, from_month, sum(people) AS people
  FROM cover
  WHERE (area, ccg) NOT IN (SELECT (area, ccg) FROM member) AND from_month > '0000-00'
  GROUP BY ALL
),
lost AS (
  SELECT m.area, h.commissioner, h.from_month, -sum(h.people) AS people
  FROM member m
  JOIN holding h ON h.ccg = m.ccg AND h.from_month > '0000-00'
  WHERE NOT EXISTS (
    FROM cover c
    WHERE c.area = m.area AND c.commissioner = h.commissioner AND c.ccg = h.ccg
      AND c.from_month <= h.from_month AND h.from_month <= c.until_month
  )
  GROUP BY ALL
),
-- An area that a 2016 CCG's code leaves whole is a merger, not a loss: the series simply ends.
ended AS (
  SELECT m.area, h.from_month FROM member m
  JOIN area a ON a.id = m.area AND a.level = 'ccg'
  JOIN holding h ON h.ccg = m.ccg
  WHERE NOT EXISTS (FROM cover c WHERE c.area = m.area AND h.from_month BETWEEN c.from_month AND c.until_month)
)
SELECT * FROM (FROM gained UNION ALL FROM lost)
WHERE (area, from_month) NOT IN (SELECT (area, from_month) FROM ended);

-- share: of the people of the area as Annex i draws it.
CREATE TEMP TABLE told AS
SELECT
  v.area, v.from_month, v.people, abs(v.people) / a.population AS share,
  c.name || ' (' || v.commissioner || ')' AS merged, home.name AS home,
  EXISTS (
    FROM holding f WHERE f.commissioner = v.commissioner AND f.from_month = v.from_month AND f.fit = 'best-fit'
  ) AS best_fit
FROM movement v
JOIN area a ON a.id = v.area AND a.from_month = '0000-00'
JOIN area c ON c.id = v.commissioner AND v.from_month BETWEEN c.from_month AND c.until_month
LEFT JOIN home h ON h.commissioner = v.commissioner AND h.from_month = v.from_month
LEFT JOIN alliance home ON home.id = h.alliance;

INSERT INTO area_note
SELECT t.area, t.from_month, '9999-12', printf(
  'From %s %s is counted whole in %s%s. %s %s people, %.1f%% of the population of mid-2015.',
  month_name(t.from_month), t.merged, t.home, CASE WHEN t.best_fit THEN ' (best fit)' ELSE '' END,
  CASE WHEN t.people > 0 THEN 'This area gains' ELSE 'This area loses' END, thousands(abs(t.people)), 100 * t.share
)
FROM told t JOIN area a ON a.id = t.area AND a.level IN ('alliance', 'region');

INSERT INTO area_note
SELECT m.alliance, '0000-00', '2017-03', 'NHS Cumbria (01H) stands in two Alliances, ' || (
  SELECT string_agg(a.name, ' and ' ORDER BY a.name) FROM membership n JOIN alliance a ON a.id = n.alliance
  WHERE n.ccg = m.ccg
) || ': each counts it whole, as Annex i lists it; England and the region count it once.'
FROM membership m
WHERE m.ccg IN (SELECT ccg FROM membership GROUP BY ccg HAVING count(*) > 1);

-- The population covered departs from the footprint's by all that has moved so far.
INSERT INTO series_break
WITH months AS (SELECT DISTINCT area, from_month FROM movement),
departed AS (
  SELECT m.area, m.from_month, sum(t.share) AS moved,
    string_agg(t.merged || CASE WHEN t.people > 0 THEN ' adds ' ELSE ' takes away ' END || printf('%.1f%%', 100 * t.share),
      '; ' ORDER BY t.share DESC) FILTER (t.from_month = m.from_month) AS why
  FROM months m JOIN told t ON t.area = m.area AND t.from_month <= m.from_month
  GROUP BY ALL
)
SELECT area, from_month, moved,
  printf('From %s the people covered are no longer those of December 2016: %s of the population.', month_name(from_month), why)
FROM departed WHERE moved > 0.02;
