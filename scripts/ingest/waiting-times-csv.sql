-- The combined table in one reading: a line for each of its rows, in their order, with whether the row is by commissioner and
-- of a standard in force, and what is told of the few that can stand for a figure: those told apart by one thing at most.
CREATE MACRO whole(word) AS coalesce(trim(word), '') = '' OR upper(trim(word)) LIKE 'ALL%';
CREATE MACRO plain(word) AS trim(coalesce(word, ''));

CREATE TEMP TABLE line AS
SELECT commissioner, commissioner AND of_standard AS standard,
  CASE
    WHEN commissioner AND of_standard AND (
      whole_cancer::INTEGER + whole_route::INTEGER + whole_treatment::INTEGER >= 2
      OR upper(trim("Standard_or_Item")) = 'FDS' AND whole_treatment
        AND upper(trim("Referral_Route_or_Stage")) = 'URGENT SUSPECTED CANCER'
    )
    THEN [{
      'code': plain("Org_Code"), 'name': plain("Org_Name"), 'period': plain("Period"),
      'standard': upper(trim("Standard_or_Item")), 'cancer': plain("Cancer_Type"),
      'route': plain("Referral_Route_or_Stage"), 'treatment': plain("Treatment_Modality"),
      'total': "Total", 'within': "Within", 'after': "After", 'over104': over104
    }]
  END AS told
FROM (
  SELECT *, coalesce(upper(trim("Basis")) = 'COMMISSIONER', false) AS commissioner,
    coalesce(upper(trim("Standard_or_Item")) IN ('FDS', '31D', '62D'), false) AS of_standard,
    whole("Cancer_Type") AS whole_cancer, whole("Referral_Route_or_Stage") AS whole_route,
    whole("Treatment_Modality") AS whole_treatment
  FROM rows
);
