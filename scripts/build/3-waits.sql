-- The waiting times of one file, with the intervals that follow from counts. Run for each file, a user's own first:
-- where it has a metric and period, the bundled figures of these are left.

INSERT INTO observation
SELECT
  w.metric, w.area, w.period, w.grp, w.numerator AS x, w.denominator AS n, x / n, wilson_lower(x, n), wilson_upper(x, n),
  w.status, w.file, NULL, nullif(w.sheet, ''), w."row"
FROM read_csv(getvariable('file'), header = true, columns = {
  'metric': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'grp': 'VARCHAR', 'numerator': 'DOUBLE',
  'denominator': 'DOUBLE', 'status': 'VARCHAR', 'file': 'VARCHAR', 'sheet': 'VARCHAR', 'row': 'INTEGER'
}, quote = '"', escape = '"') w
ANTI JOIN (SELECT DISTINCT metric, period FROM observation) own ON own.metric = w.metric AND own.period = w.period;
