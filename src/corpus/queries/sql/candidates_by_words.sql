-- Whole words inside a name; reads every entity, and only when nothing else was found.
SELECT entity.id AS entity, entity.entity_id, entity.name, entity.kind AS type, entity.articles, entity.mentions,
       entity.claims_by, entity.claims_about
FROM entity
WHERE ' ' || entity.folded || ' ' LIKE '% ' || ?1 || ' %' AND entity.articles > 0 AND ?2 IS NOT NULL
ORDER BY entity.mentions DESC, entity.entity_id
LIMIT 50
