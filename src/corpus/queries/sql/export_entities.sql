-- Every entity that some text mentions, counted or not.
SELECT entity.entity_id, entity.name, entity.kind AS type, entity.articles, entity.mentions, entity.claims_by,
       entity.claims_about
FROM entity
WHERE entity.id IN (SELECT name_key.entity FROM article_name JOIN name_key ON name_key.id = article_name.name_key)
ORDER BY entity.entity_id
