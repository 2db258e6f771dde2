-- Adds (?2 = 1) or takes away (?2 = -1) what article ?1 gives to the counts of its entities.
UPDATE entity
SET articles = entity.articles + ?2,
    mentions = entity.mentions + ?2 * given.mentions,
    claims_by = entity.claims_by + ?2 * given.claims_by,
    claims_about = entity.claims_about + ?2 * (
        -- One claim about two names of one entity is one claim about it.
        SELECT COUNT(DISTINCT claim.id)
        FROM claim
        JOIN claim_entity ON claim_entity.claim = claim.id AND claim_entity.role = 'about'
        JOIN name_key ON name_key.id = claim_entity.name_key
        WHERE claim.article = ?1 AND claim.is_listed AND name_key.entity = entity.id
    )
FROM (
    SELECT name_key.entity, SUM(article_name.mentions) AS mentions, SUM(article_name.claims_by) AS claims_by
    FROM article_name JOIN name_key ON name_key.id = article_name.name_key
    WHERE article_name.article = ?1
    GROUP BY name_key.entity
) AS given
WHERE entity.id = given.entity
