-- Every text that a row of `observations` may hold, of $metric (empty: of all), each once, in order. A column at a time:
-- of several together there are nearly as many as rows.
WITH asked AS (FROM observation WHERE $metric = '' OR metric = $metric)
SELECT DISTINCT text
FROM (
  SELECT DISTINCT metric AS text FROM asked
  UNION ALL
  SELECT DISTINCT area FROM asked
  UNION ALL
  SELECT DISTINCT period FROM asked
  UNION ALL
  SELECT DISTINCT grp FROM asked
  UNION ALL
  SELECT DISTINCT status FROM asked
  UNION ALL
  SELECT DISTINCT source FROM asked
  UNION ALL
  SELECT DISTINCT note FROM asked
  UNION ALL
  SELECT label FROM metric
  UNION ALL
  SELECT grain FROM period
  UNION ALL
  SELECT unnest([name, level]) FROM area WHERE id IN (SELECT DISTINCT area FROM asked)
)
WHERE text <> ''
ORDER BY text;
