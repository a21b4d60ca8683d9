-- One of the ten CCGs most similar to a CCG, nearest first.
SELECT ccg, similar_to AS similar
FROM similar_ccg
ORDER BY ccg, place;
