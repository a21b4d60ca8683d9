-- An ICB in which a share of the people of one that has ended are counted from a month on.
SELECT icb, successor, from_month AS "from", share
FROM icb_succession
ORDER BY icb, share DESC;
