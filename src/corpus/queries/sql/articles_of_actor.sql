-- An article comes once for each of the actor's names in it.
SELECT article_name.article
FROM name_key
CROSS JOIN article_name ON article_name.name_key = name_key.id
WHERE name_key.entity = ?1
