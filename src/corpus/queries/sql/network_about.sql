-- Who speaks about whom. Reads every claim found.
WITH found AS ({found})
SELECT found.speaker AS source, target_key.entity AS target,
       COUNT(DISTINCT found.unit) AS weight, COUNT(DISTINCT found.claim) AS claims,
       COUNT(DISTINCT found.article) AS articles, MIN(found.published_on) AS first_on, MAX(found.published_on) AS last_on
FROM found
JOIN claim_entity ON claim_entity.claim = found.claim AND claim_entity.role = 'about'
JOIN name_key AS target_key ON target_key.id = claim_entity.name_key
JOIN entity AS target ON target.id = target_key.entity AND NOT target.is_rejected
WHERE found.speaker <> target_key.entity
GROUP BY 1, 2
