SELECT entity.entity_id AS subject, entity.name || ': the stored counts are not those of its articles' AS detail
FROM entity
LEFT JOIN (
    SELECT name_key.entity, COUNT(DISTINCT article_name.article) AS articles, SUM(article_name.mentions) AS mentions,
           SUM(article_name.claims_by) AS claims_by
    FROM article
    JOIN article_name ON article_name.article = article.id
    JOIN name_key ON name_key.id = article_name.name_key
    WHERE article.is_counted
    GROUP BY name_key.entity
) AS found ON found.entity = entity.id
LEFT JOIN (
    SELECT name_key.entity, COUNT(DISTINCT claim.id) AS claims_about
    FROM article
    JOIN claim ON claim.article = article.id AND claim.is_listed
    JOIN claim_entity ON claim_entity.claim = claim.id AND claim_entity.role = 'about'
    JOIN name_key ON name_key.id = claim_entity.name_key
    WHERE article.is_counted
    GROUP BY name_key.entity
) AS about ON about.entity = entity.id
WHERE entity.articles <> COALESCE(found.articles, 0)
   OR entity.mentions <> COALESCE(found.mentions, 0)
   OR entity.claims_by <> COALESCE(found.claims_by, 0)
   OR entity.claims_about <> COALESCE(about.claims_about, 0)
