-- How much each outlet reports of named speakers. Reads every claim found.
WITH found AS ({found})
SELECT outlet AS "row", COUNT(DISTINCT unit) AS units, COUNT(*) AS claims, COUNT(DISTINCT article) AS articles
FROM found
WHERE outlet IS NOT NULL AND speaker IS NOT NULL
GROUP BY 1
