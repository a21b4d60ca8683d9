-- The ONS code of one of today's Alliances or of an ICB.
SELECT id AS area, ons_code AS onsCode, 'alliance-today' AS level
FROM alliance_today
UNION ALL
SELECT id, ons_code, 'icb'
FROM icb_code;
