-- The rows of the combined table that can stand for a figure: of commissioners, of a standard, and told apart by one thing
-- at most. `file` and `columns` are filled in by the reader.
SELECT
  "row", "Basis" AS basis, trim(coalesce("Org_Code", '')) AS code, trim(coalesce("Org_Name", '')) AS name,
  trim(coalesce("Period", '')) AS period, upper(trim("Standard_or_Item")) AS standard,
  trim(coalesce("Cancer_Type", '')) AS cancer, trim(coalesce("Referral_Route_or_Stage", '')) AS route,
  trim(coalesce("Treatment_Modality", '')) AS treatment, "Total" AS total, "Within" AS within, "After" AS after,
  over104
FROM rows
WHERE upper(trim("Basis")) = 'COMMISSIONER' AND upper(trim("Standard_or_Item")) IN ('FDS', '31D', '62D')
  AND (
    (NOT whole("Cancer_Type"))::INTEGER + (NOT whole("Referral_Route_or_Stage"))::INTEGER
      + (NOT whole("Treatment_Modality"))::INTEGER <= 1
    OR upper(trim("Standard_or_Item")) = 'FDS' AND upper(trim("Referral_Route_or_Stage")) = 'URGENT SUSPECTED CANCER'
      AND whole("Treatment_Modality")
  )
ORDER BY "row";
