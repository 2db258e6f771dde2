SELECT kind, text
FROM paragraph
WHERE article = (SELECT id FROM article WHERE text_key = ?1 LIMIT 1) AND number > 0
ORDER BY number
