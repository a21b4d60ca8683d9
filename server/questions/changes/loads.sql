-- What was loaded beside the bundled figures, the latest first.
SELECT id AS load, loaded_at AS "at", version_before AS "versionBefore", version, files, added, revised, removed
FROM load ORDER BY id DESC;
