-- The rows of the combined table that can stand for a figure, which are those of the kinds that can.
SELECT
  "row", trim(coalesce("Org_Code", '')) AS code, trim(coalesce("Org_Name", '')) AS name,
  trim(coalesce("Period", '')) AS period, upper(trim("Standard_or_Item")) AS standard,
  trim(coalesce("Cancer_Type", '')) AS cancer, trim(coalesce("Referral_Route_or_Stage", '')) AS route,
  trim(coalesce("Treatment_Modality", '')) AS treatment, "Total" AS total, "Within" AS within, "After" AS after,
  over104
FROM rows SEMI JOIN taken
  ON rows."Basis" = taken."Basis" AND rows."Standard_or_Item" = taken."Standard_or_Item"
  AND rows."Cancer_Type" IS NOT DISTINCT FROM taken."Cancer_Type"
  AND rows."Referral_Route_or_Stage" IS NOT DISTINCT FROM taken."Referral_Route_or_Stage"
  AND rows."Treatment_Modality" IS NOT DISTINCT FROM taken."Treatment_Modality"
ORDER BY "row";
