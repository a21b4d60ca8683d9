-- The other figures as they were published. A user's own loads replace the bundled figures of the same metric, period
-- and group.

CREATE TEMP TABLE other AS
SELECT * EXCLUDE (filename) REPLACE (coalesce(nullif(grp, ''), 'all') AS grp)
FROM read_csv(getvariable('others'), header = true, columns = {
  'metric': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'grp': 'VARCHAR', 'numerator': 'DOUBLE',
  'denominator': 'DOUBLE', 'value': 'DOUBLE', 'lower': 'DOUBLE', 'upper': 'DOUBLE', 'status': 'VARCHAR',
  'file': 'VARCHAR', 'sheet': 'VARCHAR', 'row': 'INTEGER', 'note': 'VARCHAR'
}, filename = true)
QUALIFY dense_rank() OVER (
  PARTITION BY metric, period, grp ORDER BY list_position(getvariable('others'), filename) DESC
) = 1;

-- Illustrative figures of a metric go as soon as a publisher's figures of that metric are loaded.
DELETE FROM other
WHERE status = 'illustrative' AND metric IN (SELECT metric FROM other WHERE status <> 'illustrative');

INSERT INTO source_file BY NAME
SELECT * EXCLUDE (filename)
FROM read_csv(getvariable('manifests'), header = true, all_varchar = true, filename = true)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY list_position(getvariable('manifests'), filename) DESC) = 1;

INSERT INTO observation
SELECT
  metric, area, period, grp, numerator, denominator, value,
  coalesce(lower, CASE WHEN kind = 'proportion' THEN wilson_lower(numerator, denominator) END),
  coalesce(upper, CASE WHEN kind = 'proportion' THEN wilson_upper(numerator, denominator) END),
  status, coalesce(file, 'illustrative'), note, sheet, "row"
FROM other JOIN metric m ON m.id = other.metric;
