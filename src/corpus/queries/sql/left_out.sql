-- Reads every claim found.
WITH found AS ({found})
SELECT COUNT(*) AS claims,
       COUNT(*) FILTER (WHERE speaker IS NULL) AS unnamed,
       COUNT(*) FILTER (WHERE published_on IS NULL) AS undated,
       COUNT(*) FILTER (WHERE outlet IS NULL) AS without_outlet
FROM found
