-- Illustrative figures are of patient experience alone, never of England, and never mixed with published ones.
SELECT metric, area, period, status
FROM observation
WHERE status = 'illustrative' AND (
  area = 'england' OR metric <> 'patient-experience'
  OR metric IN (SELECT metric FROM observation WHERE status IN ('published', 'derived'))
);
