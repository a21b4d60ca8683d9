-- A CCG's place in an Alliance of Annex i.
SELECT alliance, ccg
FROM membership
ORDER BY alliance, ccg;
