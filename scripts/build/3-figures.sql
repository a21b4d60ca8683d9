-- The published figures as they were published, with the intervals that follow from counts.
-- A user's own loads replace the bundled figures of the same metric and period.

CREATE TEMP TABLE wait AS
SELECT
  metric, area, period, numerator, denominator, file, "row" AS source_row,
  list_position(getvariable('waits'), filename) AS load
FROM read_csv(getvariable('waits'), header = true, filename = true, columns = {
  'metric': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'numerator': 'DOUBLE', 'denominator': 'DOUBLE',
  'file': 'VARCHAR', 'row': 'INTEGER'
});

DELETE FROM wait WHERE load = 1 AND (metric, period) IN (SELECT (metric, period) FROM wait WHERE load = 2);

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
  w.metric, w.area, w.period, 'all', w.numerator, w.denominator, w.numerator / w.denominator,
  wilson_lower(w.numerator, w.denominator), wilson_upper(w.numerator, w.denominator),
  'published', w.file, NULL, s.sheet, w.source_row
FROM wait w LEFT JOIN metric_wait s USING (metric);

INSERT INTO observation
SELECT
  metric, area, period, grp, numerator, denominator, value,
  coalesce(lower, CASE WHEN kind = 'proportion' THEN wilson_lower(numerator, denominator) END),
  coalesce(upper, CASE WHEN kind = 'proportion' THEN wilson_upper(numerator, denominator) END),
  status, coalesce(file, 'illustrative'), note, sheet, "row"
FROM other JOIN metric m ON m.id = other.metric;
