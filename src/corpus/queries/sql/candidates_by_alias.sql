SELECT DISTINCT entity.id AS entity, entity.entity_id, entity.name, entity.kind AS type, entity.articles,
       entity.mentions, entity.claims_by, entity.claims_about
FROM alias
JOIN name_key ON name_key.id = alias.name_key
JOIN entity ON entity.id = name_key.entity
WHERE alias.folded = ?1 AND entity.articles > 0 AND ?2 IS NOT NULL
ORDER BY entity.mentions DESC, entity.entity_id
LIMIT 50
