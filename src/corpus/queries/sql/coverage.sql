-- Who is quoted where. Reads every claim found.
WITH found AS ({found})
SELECT outlet, speaker, speaker_kind, COUNT(*) AS claims, COUNT(DISTINCT article) AS articles
FROM found
GROUP BY 1, 2, 3
