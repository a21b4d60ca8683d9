-- The dataset itself: one row.
SELECT version, built_at AS builtAt, observations, (SELECT count(*) FROM metric)::INTEGER AS metrics
FROM dataset;
