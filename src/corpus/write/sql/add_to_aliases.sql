-- The spellings of article ?1, more (?2 = 1) or less (?2 = -1). Only names are spellings: "he" is no alias.
INSERT INTO alias (name_key, alias, folded, mentions)
SELECT mention.name_key, mention.text, fold(mention.text), ?2 * COUNT(*)
FROM paragraph
JOIN mention ON mention.paragraph = paragraph.id
WHERE paragraph.article = ?1 AND mention.kind = 'name'
GROUP BY mention.name_key, mention.text
ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions
