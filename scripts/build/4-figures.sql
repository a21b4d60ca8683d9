-- The other figures as they were published. What a file prints of a period replaces what an earlier version of it did; of
-- different files the later one has the figures that both print.

CREATE TEMP TABLE other AS
SELECT * EXCLUDE (filename) REPLACE (coalesce(nullif(grp, ''), 'all') AS grp),
  list_position(getvariable('others'), filename) AS place
FROM read_csv(getvariable('others'), header = true, columns = {
  'metric': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'grp': 'VARCHAR', 'numerator': 'DOUBLE',
  'denominator': 'DOUBLE', 'value': 'DOUBLE', 'lower': 'DOUBLE', 'upper': 'DOUBLE', 'status': 'VARCHAR',
  'file': 'VARCHAR', 'sheet': 'VARCHAR', 'row': 'INTEGER', 'note': 'VARCHAR'
}, quote = '"', escape = '"', filename = true);

DELETE FROM other WHERE (file, period, place) NOT IN (SELECT (file, period, max(place)) FROM other GROUP BY file, period);

DELETE FROM other WHERE (metric, area, period, grp, place) NOT IN (
  SELECT (metric, area, period, grp, max(place)) FROM other GROUP BY metric, area, period, grp
);

INSERT INTO observation
SELECT
  metric, area, period, grp, numerator, denominator, value,
  coalesce(lower, CASE WHEN kind = 'proportion' THEN wilson_lower(numerator, denominator) END),
  coalesce(upper, CASE WHEN kind = 'proportion' THEN wilson_upper(numerator, denominator) END),
  status, file, nullif(note, ''), nullif(sheet, ''), "row"
FROM other JOIN metric m ON m.id = other.metric;

INSERT INTO expected_range BY NAME
SELECT * EXCLUDE (file, "row", filename), file AS source, "row" AS source_row
FROM read_csv(getvariable('expected'), header = true, columns = {
  'metric': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'value': 'DOUBLE', 'lower': 'DOUBLE', 'upper': 'DOUBLE',
  'expected_lower': 'DOUBLE', 'expected_upper': 'DOUBLE', 'verdict': 'VARCHAR', 'file': 'VARCHAR', 'row': 'INTEGER'
}, quote = '"', escape = '"', filename = true)
QUALIFY row_number() OVER (
  PARTITION BY metric, area, period ORDER BY list_position(getvariable('expected'), filename) DESC
) = 1;
