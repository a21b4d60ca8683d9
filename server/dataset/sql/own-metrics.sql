-- The metrics that a user has declared, each as JSON.
SELECT declared FROM own_metric ORDER BY id;
