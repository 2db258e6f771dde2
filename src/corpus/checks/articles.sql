SELECT article.article_id AS subject, 'it has no paragraph of text' AS detail
FROM article
WHERE NOT EXISTS (SELECT 1 FROM paragraph WHERE paragraph.article = article.id AND paragraph.number > 0)
UNION ALL
SELECT article.article_id, 'its headline is not its paragraph 0'
FROM article
LEFT JOIN paragraph ON paragraph.article = article.id AND paragraph.number = 0
WHERE paragraph.text IS NOT article.headline
