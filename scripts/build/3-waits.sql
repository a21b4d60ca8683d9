-- The waiting times, with the intervals that follow from counts. The files stand in the order in which they were loaded,
-- the bundled ones first. What a file prints of a period replaces what an earlier version of it did; of different files
-- the later one has a metric, period and group. The table of months in one drops half patients and unknown commissioners:
-- it gives way to every other.

INSERT INTO source_file BY NAME
SELECT * EXCLUDE (filename)
FROM read_csv(getvariable('manifests'), header = true, columns = {
  'id': 'VARCHAR', 'publisher': 'VARCHAR', 'publication': 'VARCHAR', 'period': 'VARCHAR', 'file': 'VARCHAR',
  'sha256': 'VARCHAR', 'rows': 'INTEGER', 'licence': 'VARCHAR'
}, quote = '"', escape = '"', filename = true)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY list_position(getvariable('manifests'), filename) DESC) = 1;

CREATE TEMP TABLE wait AS
SELECT * EXCLUDE (filename), list_position(getvariable('waits'), filename) AS place
FROM read_csv(getvariable('waits'), header = true, columns = {
  'metric': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'grp': 'VARCHAR', 'numerator': 'DOUBLE',
  'denominator': 'DOUBLE', 'status': 'VARCHAR', 'file': 'VARCHAR', 'sheet': 'VARCHAR', 'row': 'INTEGER'
}, quote = '"', escape = '"', filename = true);

DELETE FROM wait WHERE (file, period, place) NOT IN (SELECT (file, period, max(place)) FROM wait GROUP BY file, period);

INSERT INTO observation
SELECT
  w.metric, w.area, w.period, w.grp, w.numerator AS x, w.denominator AS n, x / n, wilson_lower(x, n), wilson_upper(x, n),
  w.status, w.file, NULL, nullif(w.sheet, ''), w."row"
FROM wait w
SEMI JOIN (
  SELECT metric, period, grp, max(CASE WHEN file = 'cwt-icb-monthly' THEN 0 ELSE place END) AS place FROM wait GROUP BY ALL
) latest ON latest.metric = w.metric AND latest.period = w.period AND latest.grp = w.grp
  AND latest.place = CASE WHEN w.file = 'cwt-icb-monthly' THEN 0 ELSE w.place END;

DROP TABLE wait;
