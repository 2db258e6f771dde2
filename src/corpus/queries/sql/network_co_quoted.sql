-- Who is quoted beside whom in one article. Reads every claim found.
WITH found AS ({found}),
quoted AS MATERIALIZED (
    SELECT article, unit, published_on, speaker, COUNT(*) AS claims
    FROM found
    WHERE speaker IS NOT NULL
    GROUP BY article, speaker
)
SELECT one.speaker AS source, other.speaker AS target,
       COUNT(DISTINCT one.unit) AS weight, SUM(one.claims + other.claims) AS claims,
       COUNT(*) AS articles, MIN(one.published_on) AS first_on, MAX(one.published_on) AS last_on
FROM quoted AS one
JOIN quoted AS other ON other.article = one.article AND other.speaker > one.speaker
GROUP BY 1, 2
