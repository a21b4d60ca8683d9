-- A commissioner whose figures make part of an Alliance's or a region's in some months.
SELECT area, commissioner, from_month AS "from", until_month AS "until", fit
FROM footprint
ORDER BY area, commissioner, from_month;
