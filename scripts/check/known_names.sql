-- Every figure is of a metric, an area and a period that the dataset knows, and of an area that existed then,
-- or in the month whose areas the publisher printed it for.
SELECT o.metric, o.area, o.period
FROM observation o
LEFT JOIN metric m ON m.id = o.metric
LEFT JOIN period p ON p.id = o.period
LEFT JOIN placed d ON d.metric = o.metric AND d.period = o.period
LEFT JOIN area a ON a.id = o.area AND coalesce(d.as_at, p.start_month) BETWEEN a.from_month AND a.until_month
WHERE m.id IS NULL OR p.id IS NULL OR a.id IS NULL;
