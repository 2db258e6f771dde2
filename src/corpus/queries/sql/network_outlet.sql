-- Which outlet quotes whom. Reads every claim found.
WITH found AS ({found})
SELECT outlet AS source, speaker AS target,
       COUNT(DISTINCT unit) AS weight, COUNT(*) AS claims,
       COUNT(DISTINCT article) AS articles, MIN(published_on) AS first_on, MAX(published_on) AS last_on
FROM found
WHERE outlet IS NOT NULL AND speaker IS NOT NULL
GROUP BY 1, 2
