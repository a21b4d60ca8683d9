-- What a user has loaded, and the figures that each load changed, as they were before it and after.

INSERT INTO load BY NAME
SELECT * FROM read_csv(getvariable('loads'), header = true, columns = {
  'id': 'VARCHAR', 'loaded_at': 'VARCHAR', 'version_before': 'VARCHAR', 'version': 'VARCHAR', 'files': 'VARCHAR',
  'added': 'INTEGER', 'revised': 'INTEGER', 'removed': 'INTEGER'
}, quote = '"', escape = '"');

INSERT INTO revision BY NAME
SELECT * FROM read_csv(getvariable('revisions'), header = true, columns = {
  'load': 'VARCHAR', 'metric': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'grp': 'VARCHAR',
  'old_numerator': 'DOUBLE', 'old_denominator': 'DOUBLE', 'old_value': 'DOUBLE', 'old_status': 'VARCHAR',
  'numerator': 'DOUBLE', 'denominator': 'DOUBLE', 'value': 'DOUBLE', 'status': 'VARCHAR'
}, quote = '"', escape = '"');
