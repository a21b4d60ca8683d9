-- An STP of an Alliance, with how much of it lies in the Alliance.
SELECT alliance, name, ons_code AS onsCode, coverage, coalesce(coverage_printed, '') AS coverageAsPrinted
FROM stp
ORDER BY rowid;
