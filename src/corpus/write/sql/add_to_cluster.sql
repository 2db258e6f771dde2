-- Claim ?2 comes into cluster ?1. Who looks for an outlet finds it soon, for most claims of a cluster are of few.
UPDATE echo_cluster
SET claims = claims + 1,
    articles = articles + NOT EXISTS (
        SELECT 1 FROM claim AS beside CROSS JOIN echo_member ON echo_member.claim = beside.id
        WHERE beside.article = newcomer.article AND echo_member.cluster = echo_cluster.id
    ),
    outlets = outlets + (newcomer.outlet IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM echo_member CROSS JOIN claim AS member ON member.id = echo_member.claim
        CROSS JOIN article ON article.id = member.article
        WHERE echo_member.cluster = echo_cluster.id AND article.outlet = newcomer.outlet
    )),
    first_on = COALESCE(MIN(first_on, newcomer.published_on), first_on, newcomer.published_on),
    last_on = COALESCE(MAX(last_on, newcomer.published_on), last_on, newcomer.published_on),
    key = CASE WHEN (
        SELECT (newcomer.published_on IS NULL, COALESCE(newcomer.published_on, ''), newcomer.article_id, newcomer.ordinal)
             < (article.published_on IS NULL, COALESCE(article.published_on, ''), article.article_id, claim.ordinal)
        FROM claim JOIN article ON article.id = claim.article WHERE claim.claim_id = echo_cluster.key
    ) THEN newcomer.claim_id ELSE key END
FROM (
    SELECT claim.claim_id, claim.ordinal, claim.article, article.article_id, article.outlet, article.published_on
    FROM claim JOIN article ON article.id = claim.article
    WHERE claim.id = ?2
) AS newcomer
WHERE echo_cluster.id = ?1
