-- An Alliance or Vanguard of Annex i, in its order.
SELECT id AS area, name, short_name AS shortName, name_printed AS nameAsPrinted, kind, region, population,
  population_printed AS populationAsPrinted, lead_name AS leadName, lead_role AS leadRole,
  lead_organisation AS leadOrganisation, coalesce(note, '') AS note
FROM alliance
ORDER BY rowid;
