-- The periods in which each metric has figures at each level: read by a server as it opens the dataset, whatever its size.

INSERT INTO present
WITH place AS (
  SELECT DISTINCT id, level
  FROM area
)
SELECT DISTINCT observation.metric, observation.grp, place.level, observation.period
FROM observation
JOIN place ON place.id = observation.area
WHERE observation.value IS NOT NULL;
