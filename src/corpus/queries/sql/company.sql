SELECT other.entity_id, other.name, other.kind AS type, COUNT(DISTINCT theirs.article) AS articles
FROM name_key AS our_key
JOIN article_name AS ours ON ours.name_key = our_key.id
JOIN article ON article.id = ours.article AND article.is_counted
JOIN article_name AS theirs ON theirs.article = ours.article
JOIN name_key AS their_key ON their_key.id = theirs.name_key
JOIN entity AS other ON other.id = their_key.entity
WHERE our_key.entity = ?1 AND other.id <> ?1
GROUP BY other.id
ORDER BY articles DESC, other.mentions DESC, other.entity_id
LIMIT ?2
