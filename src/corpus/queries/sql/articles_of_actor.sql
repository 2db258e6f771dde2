SELECT DISTINCT article_name.article
FROM name_key
CROSS JOIN article_name ON article_name.name_key = name_key.id
WHERE name_key.entity = ?1
ORDER BY article_name.article
