-- A region of Annex i.
SELECT id AS area, name
FROM region
ORDER BY rowid;
