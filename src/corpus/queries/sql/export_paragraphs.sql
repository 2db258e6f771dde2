SELECT article.article_id, paragraph.number AS paragraph, paragraph.kind, paragraph.text
FROM article
JOIN paragraph ON paragraph.article = article.id
ORDER BY article.article_id, paragraph.number
