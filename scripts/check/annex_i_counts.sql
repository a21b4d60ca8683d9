-- Annex i: 4 regions, 19 Alliances of which 3 Vanguards, 209 CCGs, 210 memberships, each Alliance's printed number.
SELECT what, found::INTEGER AS found, expected
FROM (
  VALUES
    ('regions', (SELECT count(*) FROM region), 4),
    ('Alliances', (SELECT count(*) FROM alliance), 19),
    ('Vanguards', (SELECT count(*) FROM alliance WHERE kind = 'vanguard'), 3),
    ('CCGs', (SELECT count(*) FROM ccg), 209),
    ('memberships', (SELECT count(*) FROM membership), 210)
) counts (what, found, expected)
WHERE found <> expected
UNION ALL
SELECT a.id, count(m.ccg)::INTEGER, a.ccgs_printed
FROM alliance a LEFT JOIN membership m ON m.alliance = a.id
GROUP BY a.id, a.ccgs_printed HAVING count(m.ccg) <> a.ccgs_printed;
