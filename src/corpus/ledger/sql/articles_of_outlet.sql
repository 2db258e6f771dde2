-- The articles whose input names the outlet with this key, wherever decisions have put them.
SELECT article.article_id
FROM outlet JOIN article ON article.outlet = outlet.id
WHERE outlet.key = ?1
UNION
SELECT article.article_id
FROM outlet
JOIN machine_value ON machine_value.kind = 'article' AND machine_value.field = 'outlet' AND machine_value.value = outlet.id
JOIN article ON article.id = machine_value.target
WHERE outlet.key = ?1
