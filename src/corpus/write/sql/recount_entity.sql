UPDATE entity
SET (articles, mentions, claims_by) = (
        SELECT COUNT(DISTINCT article_name.article), COALESCE(SUM(article_name.mentions), 0),
               COALESCE(SUM(article_name.claims_by), 0)
        FROM name_key
        JOIN article_name ON article_name.name_key = name_key.id
        JOIN article ON article.id = article_name.article AND article.is_counted
        WHERE name_key.entity = ?1
    ),
    claims_about = (
        SELECT COUNT(DISTINCT claim.id)
        FROM name_key
        JOIN claim_entity ON claim_entity.name_key = name_key.id AND claim_entity.role = 'about'
        JOIN claim ON claim.id = claim_entity.claim AND claim.is_listed
        JOIN article ON article.id = claim.article AND article.is_counted
        WHERE name_key.entity = ?1
    )
WHERE id = ?1
