INSERT INTO description (paragraph, start, "end", text, folded, kind, name_key)
SELECT paragraph.id, ?3, ?4, ?5, ?6, ?7, ?8
FROM paragraph
WHERE paragraph.article = ?1 AND paragraph.number = ?2
