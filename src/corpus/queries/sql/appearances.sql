SELECT MIN(article.published_on) AS first_on, MAX(article.published_on) AS last_on
FROM name_key
JOIN article_name ON article_name.name_key = name_key.id
JOIN article ON article.id = article_name.article AND article.is_counted
WHERE name_key.entity = ?1
