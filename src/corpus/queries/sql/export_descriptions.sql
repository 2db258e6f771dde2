SELECT article.article_id, paragraph.number AS paragraph, description.start, description."end", description.text,
       description.kind, entity.entity_id
FROM article
JOIN paragraph ON paragraph.article = article.id
JOIN description ON description.paragraph = paragraph.id
JOIN name_key ON name_key.id = description.name_key
JOIN entity ON entity.id = name_key.entity
ORDER BY article.article_id, paragraph.number, description.start, description."end", entity.entity_id
