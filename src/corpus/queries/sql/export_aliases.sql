SELECT entity.entity_id, alias.alias, SUM(alias.mentions) AS mentions
FROM alias
JOIN name_key ON name_key.id = alias.name_key
JOIN entity ON entity.id = name_key.entity
GROUP BY entity.entity_id, alias.alias
ORDER BY entity.entity_id, alias.alias
