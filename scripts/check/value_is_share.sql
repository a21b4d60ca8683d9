-- A proportion is its numerator over its denominator.
SELECT metric, area, period, value, numerator, denominator
FROM observation JOIN metric ON metric.id = observation.metric AND kind = 'proportion'
WHERE value IS NOT NULL AND abs(value - numerator / denominator) > 1e-12;
