-- A CCG of Annex i.
SELECT id AS area, name, name_printed AS nameAsPrinted, ons_code AS onsCode, population, imd_score AS imdScore,
  imd_rank AS imdRank, stp
FROM ccg
ORDER BY id;
