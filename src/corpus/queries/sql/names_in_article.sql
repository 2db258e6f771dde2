SELECT mention.text, paragraph.number AS paragraph, mention.start
FROM paragraph
JOIN mention ON mention.paragraph = paragraph.id
JOIN name_key ON name_key.id = mention.name_key
JOIN entity ON entity.id = name_key.entity
WHERE paragraph.article = ?1 AND entity.entity_id = ?2 AND mention.kind = 'name'
ORDER BY paragraph.number, mention.start
