SELECT article.article_id, paragraph.number AS paragraph, paragraph.kind, paragraph.text
FROM paragraph
JOIN article ON article.id = paragraph.article
WHERE paragraph.article = ?1
ORDER BY paragraph.number
