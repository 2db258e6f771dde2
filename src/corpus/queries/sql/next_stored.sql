SELECT article.id, article.article_id, article.language
FROM article
JOIN analyzer ON analyzer.id = article.analyzer
WHERE article.id > ?1 AND (?2 IS NULL OR analyzer.name <> ?2)
ORDER BY article.id
LIMIT 1
