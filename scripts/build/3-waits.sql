-- The waiting times of one file, with the intervals that follow from counts. Run for each file, a user's own first:
-- where it has a metric and period, the bundled figures of these are left.

INSERT INTO observation
SELECT
  w.metric, w.area, w.period, 'all', w.numerator AS x, w.denominator AS n, x / n, wilson_lower(x, n), wilson_upper(x, n),
  'published', w.file, NULL, s.sheet, w."row"
FROM read_csv(getvariable('file'), header = true, columns = {
  'metric': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'numerator': 'DOUBLE', 'denominator': 'DOUBLE',
  'file': 'VARCHAR', 'row': 'INTEGER'
}) w
LEFT JOIN metric_wait s ON s.metric = w.metric
ANTI JOIN (SELECT DISTINCT metric, period FROM observation) own ON own.metric = w.metric AND own.period = w.period;
