-- The other figures as they were published. A user's own loads replace the bundled figures of the same metric, period
-- and group.

CREATE TEMP TABLE other AS
SELECT * EXCLUDE (filename) REPLACE (coalesce(nullif(grp, ''), 'all') AS grp)
FROM read_csv(getvariable('others'), header = true, columns = {
  'metric': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'grp': 'VARCHAR', 'numerator': 'DOUBLE',
  'denominator': 'DOUBLE', 'value': 'DOUBLE', 'lower': 'DOUBLE', 'upper': 'DOUBLE', 'status': 'VARCHAR',
  'file': 'VARCHAR', 'sheet': 'VARCHAR', 'row': 'INTEGER', 'note': 'VARCHAR'
}, quote = '"', escape = '"', filename = true)
QUALIFY dense_rank() OVER (
  PARTITION BY metric, period, grp ORDER BY list_position(getvariable('others'), filename) DESC
) = 1;

INSERT INTO source_file BY NAME
SELECT * EXCLUDE (filename)
FROM read_csv(getvariable('manifests'), header = true, all_varchar = true, filename = true)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY list_position(getvariable('manifests'), filename) DESC) = 1;

INSERT INTO observation
SELECT
  metric, area, period, grp, numerator, denominator, value,
  coalesce(lower, CASE WHEN kind = 'proportion' THEN wilson_lower(numerator, denominator) END),
  coalesce(upper, CASE WHEN kind = 'proportion' THEN wilson_upper(numerator, denominator) END),
  status, file, nullif(note, ''), nullif(sheet, ''), "row"
FROM other JOIN metric m ON m.id = other.metric;

INSERT INTO expected_range BY NAME
SELECT * EXCLUDE (file, "row"), file AS source, "row" AS source_row
FROM read_csv(getvariable('expected'), header = true, columns = {
  'metric': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'value': 'DOUBLE', 'lower': 'DOUBLE', 'upper': 'DOUBLE',
  'expected_lower': 'DOUBLE', 'expected_upper': 'DOUBLE', 'verdict': 'VARCHAR', 'file': 'VARCHAR', 'row': 'INTEGER'
}, quote = '"', escape = '"');
