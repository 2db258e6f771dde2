-- The outlets that report claims by actor ?1 in counted articles; without an outlet comes last of equals.
SELECT outlet.name AS outlet, COUNT(*) AS claims, COUNT(DISTINCT article.id) AS articles,
       MIN(article.published_on) AS first_on, MAX(article.published_on) AS last_on
FROM name_key
CROSS JOIN claim ON claim.speaker = name_key.id AND claim.is_listed
JOIN article ON article.id = claim.article AND article.is_counted
LEFT JOIN outlet ON outlet.id = article.outlet
WHERE name_key.entity = ?1
GROUP BY outlet.id
ORDER BY claims DESC, articles DESC, outlet.name NULLS LAST
