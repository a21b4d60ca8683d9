-- How deprived a CCG of Annex i is: the average score of the Index of Multiple Deprivation 2015, more is more deprived.
SELECT id AS area, imd_score AS score
FROM ccg
WHERE imd_score IS NOT NULL
ORDER BY id;
