SELECT key, value
FROM article_meta
WHERE article = ?1
ORDER BY key, value
