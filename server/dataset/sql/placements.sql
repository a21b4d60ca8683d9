-- The month whose areas a metric's figures of a period were published for.
SELECT metric, period, as_at AS areasAt
FROM placed
ORDER BY metric, period;
