-- An ICB's place in one of today's Alliances, in some months.
SELECT icb, alliance, from_month AS "from", until_month AS "until", fit, coalesce(note, '') AS note
FROM membership_today
ORDER BY from_month, icb;
