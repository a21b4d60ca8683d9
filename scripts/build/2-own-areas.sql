-- A user's own areas, with footprints like those of Alliances. An area is the people whom its CCGs have in December 2016,
-- or its ICBs in the first month in which all are there. A commissioner made by a merger counts whole in the area that most
-- of its people are of. The area begins and ends where its commissioners would depart from its people by more than 2%, as
-- much as makes a break; one of ICBs begins with them at the earliest.

CREATE TEMP TABLE own_people AS
WITH founded AS (
  SELECT m.area, CASE o.level WHEN 'icb' THEN max(a.from_month) ELSE '0000-00' END AS from_month
  FROM own_member m
  JOIN own_area o ON o.id = m.area
  JOIN area a ON a.id = m.member AND a.level = o.level
  GROUP BY m.area, o.level
)
SELECT f.area, f.from_month, h.ccg, sum(h.people) AS people
FROM founded f
JOIN own_member m ON m.area = f.area
JOIN holding h ON h.commissioner = m.member AND f.from_month BETWEEN h.from_month AND h.until_month
GROUP BY ALL;

-- The commissioners of each area in the months from one merger to the next.
CREATE TEMP TABLE own_cover AS
WITH step AS (
  SELECT from_month, month_before(lead(from_month) OVER (ORDER BY from_month)) AS until_month
  FROM (SELECT DISTINCT from_month FROM holding)
)
SELECT p.area, s.from_month, s.until_month, h.commissioner, max(h.fit) FILTER (h.fit = 'best-fit') AS fit
FROM step s
JOIN holding h ON s.from_month BETWEEN h.from_month AND h.until_month
CROSS JOIN (SELECT DISTINCT area FROM own_people) p
LEFT JOIN own_people o ON o.area = p.area AND o.ccg = h.ccg
GROUP BY ALL
HAVING sum(least(h.people, coalesce(o.people, 0))) > sum(h.people) / 2;

-- moved: by how much the people of these commissioners depart from the area's own.
CREATE TEMP TABLE own_step AS
WITH covered AS (
  SELECT c.area, c.from_month, c.until_month, h.ccg, sum(h.people) AS people
  FROM own_cover c
  JOIN holding h ON h.commissioner = c.commissioner AND c.from_month BETWEEN h.from_month AND h.until_month
  GROUP BY ALL
),
compared AS (
  SELECT s.area, s.from_month, s.until_month, o.people AS own, coalesce(v.people, 0) AS people
  FROM (SELECT DISTINCT area, from_month, until_month FROM own_cover) s
  JOIN own_people o ON o.area = s.area
  LEFT JOIN covered v ON v.area = o.area AND v.ccg = o.ccg AND v.from_month = s.from_month
  UNION ALL
  SELECT area, from_month, until_month, 0, people FROM covered ANTI JOIN own_people USING (area, ccg)
)
SELECT area, from_month, until_month, sum(own) AS population,
  sum(greatest(people - own, 0)) AS gained, sum(greatest(own - people, 0)) AS lost, (gained + lost) / population AS moved
FROM compared
GROUP BY ALL;

-- The months around the area's first in which it is whole.
CREATE TEMP TABLE own_whole AS
WITH told AS (
  SELECT s.*, s.moved <= 0.02 AND (o.level = 'ccg' OR s.from_month >= '2022-04') AS stands
  FROM own_step s JOIN own_area o ON o.id = s.area
),
run AS (
  SELECT *, count(*) FILTER (NOT stands) OVER (PARTITION BY area ORDER BY from_month) AS run FROM told
)
SELECT r.* FROM run r
JOIN (SELECT DISTINCT area, from_month FROM own_people) f ON f.area = r.area
JOIN run first ON first.area = r.area AND f.from_month BETWEEN first.from_month AND first.until_month AND first.run = r.run
WHERE r.stands;

INSERT INTO area
SELECT o.id, o.name, 'own', min(w.from_month), max(w.until_month), round(any_value(w.population))
FROM own_area o JOIN own_whole w ON w.area = o.id
GROUP BY o.id, o.name;

INSERT INTO footprint
SELECT area, commissioner, from_month, until_month, coalesce(fit, 'exact')
FROM own_cover SEMI JOIN own_whole USING (area, from_month);

INSERT INTO area_note
SELECT area, from_month, until_month, printf(
  'From %s its commissioners hold %s people who are not of this area and lack %s who are, %.1f%% of its population of mid-2015.',
  month_name(from_month), thousands(gained), thousands(lost), 100 * moved
)
FROM own_whole WHERE moved >= 0.001
UNION ALL
SELECT id, until_month, until_month, printf(
  'The figures of this area end in %s: from then on its people are counted together with more than 2%% of others, or lack as many.',
  month_name(until_month)
)
FROM area WHERE level = 'own' AND until_month < '9999-12'
UNION ALL
-- Commissioners that come in with a merger, in place of members.
SELECT c.area, c.from_month, any_value(o.until_month), printf(
  'From %s %s its members, after a merger.', month_name(c.from_month),
  string_agg(a.name || ' (' || c.commissioner || ')', ' and ' ORDER BY a.name)
    || CASE count(*) WHEN 1 THEN ' stands for' ELSE ' stand for' END
)
FROM own_cover c
JOIN own_whole w ON w.area = c.area AND w.from_month = c.from_month
JOIN area o ON o.id = c.area AND o.level = 'own'
JOIN area a ON a.id = c.commissioner AND c.from_month BETWEEN a.from_month AND a.until_month
WHERE a.from_month = c.from_month AND c.from_month > o.from_month
GROUP BY c.area, c.from_month
UNION ALL
SELECT m.area, n.from_month, n.until_month, n.note
FROM own_member m JOIN area_note n ON n.area = m.member;
