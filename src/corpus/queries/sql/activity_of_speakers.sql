-- How much each speaker says. Reads every claim found.
WITH found AS ({found})
SELECT speaker AS "row", COUNT(DISTINCT unit) AS units, COUNT(*) AS claims, COUNT(DISTINCT article) AS articles
FROM found
WHERE speaker IS NOT NULL
GROUP BY 1
