-- What kinds of rows the combined table has, by the words that tell them apart, and how many of each: a few hundred of a
-- million rows, so that words are compared once.
CREATE MACRO whole(word) AS coalesce(trim(word), '') = '' OR upper(trim(word)) LIKE 'ALL%';

CREATE TEMP TABLE kind AS
SELECT *, upper(trim("Basis")) = 'COMMISSIONER' AS commissioner,
  coalesce(upper(trim("Basis")) = 'COMMISSIONER' AND upper(trim("Standard_or_Item")) IN ('FDS', '31D', '62D'), false)
    AS standard
FROM (
  SELECT "Basis", "Standard_or_Item", "Cancer_Type", "Referral_Route_or_Stage", "Treatment_Modality", count(*) AS rows
  FROM source GROUP BY ALL
);

-- Those that can stand for a figure: of commissioners, of a standard, and told apart by one thing at most.
CREATE TEMP TABLE taken AS
FROM kind
WHERE standard
  AND (
    (NOT whole("Cancer_Type"))::INTEGER + (NOT whole("Referral_Route_or_Stage"))::INTEGER
      + (NOT whole("Treatment_Modality"))::INTEGER <= 1
    OR upper(trim("Standard_or_Item")) = 'FDS' AND upper(trim("Referral_Route_or_Stage")) = 'URGENT SUSPECTED CANCER'
      AND whole("Treatment_Modality")
  );
