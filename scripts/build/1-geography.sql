-- From data/geography to areas, successions and the commissioners that make each Alliance and region month by month. The
-- tables that a user's successions add to are listed already.

INSERT INTO region SELECT id, name FROM read_csv(getvariable('geography') || '/regions.csv', all_varchar = true);

INSERT INTO alliance BY NAME
SELECT * REPLACE (population::INTEGER AS population, ccgs_printed::INTEGER AS ccgs_printed)
FROM read_csv(getvariable('geography') || '/alliances.csv', all_varchar = true);

INSERT INTO stp BY NAME SELECT * FROM read_csv(getvariable('geography') || '/stps.csv', all_varchar = true);

INSERT INTO ccg BY NAME
SELECT * REPLACE (
  population::INTEGER AS population,
  imd_score::DOUBLE AS imd_score,
  imd_rank::INTEGER AS imd_rank,
  longitude::DOUBLE AS longitude,
  latitude::DOUBLE AS latitude
)
FROM read_csv(getvariable('geography') || '/ccgs.csv', all_varchar = true);

INSERT INTO membership BY NAME SELECT * FROM read_csv(getvariable('geography') || '/memberships.csv', all_varchar = true);

INSERT INTO similar_ccg
SELECT ccg, position::INTEGER, "similar" FROM read_csv(getvariable('geography') || '/similar.csv', all_varchar = true);

INSERT INTO alliance_today BY NAME
SELECT id, name, ons_code FROM read_csv(getvariable('geography') || '/alliances-today.csv', all_varchar = true);

INSERT INTO membership_today
SELECT icb, alliance, "from", month_before(lead("from") OVER (PARTITION BY icb ORDER BY "from")), fit, note
FROM listed_memberships_today;

INSERT INTO icb_code
SELECT id, ons_code FROM listed_commissioners
WHERE kind = 'icb' AND ons_code <> '';

INSERT INTO icb_succession
SELECT icb, successor, "from", share::DOUBLE
FROM listed_icb_successions;

-- A 2016 CCG counts itself until its first succession, then each set of successors until the next.
INSERT INTO succession
WITH steps AS (
  SELECT id AS ccg, id AS successor, '0000-00' AS from_month, 1.0 AS share, 'exact' AS fit, NULL AS note
  FROM ccg
  UNION ALL
  SELECT ccg, successor, "from", share::DOUBLE, fit, note
  FROM listed_successions
),
spans AS (
  SELECT ccg, from_month, lead(from_month) OVER (PARTITION BY ccg ORDER BY from_month) AS next_month
  FROM (SELECT DISTINCT ccg, from_month FROM steps)
)
SELECT ccg, successor, from_month, month_before(next_month), share, fit, note
FROM steps JOIN spans USING (ccg, from_month);

-- Every CCG of its time, and the 2016 people it holds.
CREATE TEMP TABLE holding AS
SELECT s.successor AS commissioner, s.from_month, s.until_month, s.ccg, s.share, s.fit, c.population * s.share AS people
FROM succession s JOIN ccg c ON c.id = s.ccg;

INSERT INTO area
SELECT 'england', 'England', 'england', '0000-00', '9999-12', (SELECT sum(population) FROM ccg)
UNION ALL
SELECT r.id, r.name, 'region', '0000-00', '9999-12', (
  SELECT sum(population) FROM ccg
  WHERE id IN (SELECT ccg FROM membership m JOIN alliance a ON a.id = m.alliance WHERE a.region = r.id)
)
FROM region r
UNION ALL
SELECT a.id, a.name, 'alliance', '0000-00', '9999-12', (
  SELECT sum(population) FROM ccg JOIN membership m ON m.ccg = ccg.id WHERE m.alliance = a.id
)
FROM alliance a
UNION ALL
SELECT c.id, c.name, c.kind, coalesce(c."from", '0000-00'), coalesce(c."until", '9999-12'), (
  SELECT round(sum(people)) FROM holding h
  WHERE h.commissioner = c.id AND coalesce(c."from", '0000-00') BETWEEN h.from_month AND h.until_month
)
FROM listed_commissioners c;

-- A commissioner made by a later merger goes whole to the Alliance with most of its people; ties are named in a table.
CREATE TEMP TABLE home AS
WITH steps AS (SELECT DISTINCT commissioner, from_month FROM holding WHERE from_month > '0000-00'),
shares AS (
  SELECT s.commissioner, s.from_month, m.alliance, sum(h.people) AS people
  FROM steps s
  JOIN holding h ON h.commissioner = s.commissioner AND s.from_month BETWEEN h.from_month AND h.until_month
  JOIN membership m ON m.ccg = h.ccg
  GROUP BY ALL
)
SELECT s.commissioner, s.from_month, coalesce(any_value(t.alliance), arg_max(s.alliance, s.people)) AS alliance
FROM shares s
LEFT JOIN read_csv(getvariable('geography') || '/assignments.csv', all_varchar = true) t
  ON t.commissioner = s.commissioner AND t."from" = s.from_month
GROUP BY s.commissioner, s.from_month;

INSERT INTO footprint
WITH later AS (
  SELECT
    alliance, commissioner, from_month,
    coalesce(month_before(lead(from_month) OVER (PARTITION BY commissioner ORDER BY from_month)), '9999-12') AS until_month
  FROM home
),
members AS (
  SELECT m.alliance AS area, h.commissioner, h.from_month, h.until_month, 'exact' AS fit
  FROM membership m JOIN holding h ON h.ccg = m.ccg AND h.from_month = '0000-00'
  UNION ALL
  SELECT l.alliance, l.commissioner, l.from_month, least(l.until_month, a.until_month), coalesce((
    SELECT max(h.fit) FROM holding h
    WHERE h.commissioner = l.commissioner AND h.from_month = l.from_month AND h.fit = 'best-fit'
  ), 'exact')
  FROM later l
  JOIN area a ON a.id = l.commissioner AND l.from_month BETWEEN a.from_month AND a.until_month
)
SELECT * FROM members
UNION ALL
SELECT DISTINCT a.region, m.commissioner, m.from_month, m.until_month, m.fit
FROM members m JOIN alliance a ON a.id = m.area;

-- Today's Alliances: whole ICBs. One that a later merger spreads over two goes whole to the one with most of its people; an
-- Alliance left without any ends there, as no figure can be made of it.
INSERT INTO area
SELECT t.id, t.name, 'alliance-today', '2022-04', (
  SELECT max(least(m.until_month, a.until_month)) FROM membership_today m
  JOIN area a ON a.id = m.icb AND a.from_month = m.from_month WHERE m.alliance = t.id
), (
  SELECT sum(a.population) FROM membership_today m JOIN area a ON a.id = m.icb AND a.from_month = m.from_month
  WHERE m.alliance = t.id AND m.from_month = '2022-04'
)
FROM alliance_today t;

INSERT INTO footprint
SELECT m.alliance, m.icb, m.from_month, least(m.until_month, a.until_month), m.fit
FROM membership_today m
JOIN area a ON a.id = m.icb AND m.from_month BETWEEN a.from_month AND a.until_month;
