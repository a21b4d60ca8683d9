-- How many observations the table holds: one row.
SELECT count(*)::INTEGER AS observations
FROM observation;
