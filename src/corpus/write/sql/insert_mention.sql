INSERT INTO mention (paragraph, start, "end", text, kind, name_key)
SELECT paragraph.id, ?3, ?4, ?5, ?6, ?7
FROM paragraph
WHERE paragraph.article = ?1 AND paragraph.number = ?2
