-- Every text that a row of `observations` may hold, each once, in order. A column at a time: of several together there
-- are nearly as many as rows.
SELECT DISTINCT text
FROM (
  SELECT DISTINCT metric AS text FROM observation
  UNION ALL
  SELECT DISTINCT area FROM observation
  UNION ALL
  SELECT DISTINCT period FROM observation
  UNION ALL
  SELECT DISTINCT grp FROM observation
  UNION ALL
  SELECT DISTINCT status FROM observation
  UNION ALL
  SELECT DISTINCT source FROM observation
  UNION ALL
  SELECT DISTINCT note FROM observation
  UNION ALL
  SELECT label FROM metric
  UNION ALL
  SELECT grain FROM period
  UNION ALL
  SELECT unnest([name, level]) FROM area
)
WHERE text <> ''
ORDER BY text;
