-- What a reader of an area's figures in some months must be told.
SELECT area, from_month AS "from", until_month AS "until", note
FROM area_note
ORDER BY area, from_month, note;
