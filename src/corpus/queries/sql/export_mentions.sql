SELECT article.article_id, paragraph.number AS paragraph, mention.start, mention."end", mention.text, mention.kind,
       entity.entity_id
FROM article
JOIN paragraph ON paragraph.article = article.id
JOIN mention ON mention.paragraph = paragraph.id
JOIN name_key ON name_key.id = mention.name_key
JOIN entity ON entity.id = name_key.entity
ORDER BY article.article_id, paragraph.number, mention.start, mention."end", entity.entity_id
