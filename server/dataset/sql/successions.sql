-- The CCG in which a 2016 CCG's people, or a share of them, are counted in some months.
SELECT ccg, successor, from_month AS "from", until_month AS "until", share, fit, coalesce(note, '') AS note
FROM succession
ORDER BY ccg, from_month, share DESC, successor;
