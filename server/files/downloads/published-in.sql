-- A publication, or a way of summing, that a metric's figures by area are of in a period.
SELECT DISTINCT period, grp AS "group", source
FROM observation
WHERE metric = $metric
  AND area <> 'england';
