-- How much is said of each actor, by named speakers. Reads every claim found.
WITH found AS ({found})
SELECT name_key.entity AS "row", COUNT(DISTINCT found.unit) AS units, COUNT(DISTINCT found.claim) AS claims,
       COUNT(DISTINCT found.article) AS articles
FROM found
JOIN claim_entity ON claim_entity.claim = found.claim AND claim_entity.role = 'about'
JOIN name_key ON name_key.id = claim_entity.name_key
WHERE found.speaker IS NOT NULL
GROUP BY 1
