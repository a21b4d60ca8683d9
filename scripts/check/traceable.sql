-- Every published figure names a file that the manifest has.
SELECT o.metric, o.area, o.period, o.source
FROM observation o ANTI JOIN source_file f ON f.id = o.source
WHERE o.status IN ('published', 'provisional', 'suppressed', 'inferred-period');
