-- The ranges in which the publisher expects the areas of one metric and period, with its own verdicts.
SELECT metric, area, period, value AS adjusted, expected_lower AS lower, expected_upper AS upper, verdict
FROM expected_range
WHERE metric = $metric
  AND period = $period;
