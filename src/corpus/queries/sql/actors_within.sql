entity.id, entity.entity_id, entity.name, entity.folded, entity.kind AS type,
       COUNT(DISTINCT article.id) AS articles,
       SUM(article_name.mentions) AS mentions,
       SUM(article_name.claims_by) AS claims_by,
       SUM(article_name.claims_about) AS claims_about
FROM article
JOIN article_name ON article_name.article = article.id
JOIN name_key ON name_key.id = article_name.name_key
JOIN entity ON entity.id = name_key.entity
