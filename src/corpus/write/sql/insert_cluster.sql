-- One cluster of the claims in the JSON list ?1, known by the first of them.
INSERT INTO echo_cluster (key, claims, articles, outlets, first_on, last_on)
WITH member AS (
    SELECT claim.claim_id, claim.ordinal, article.article_id, article.outlet, article.published_on
    FROM json_each(?1)
    JOIN claim ON claim.id = json_each.value
    JOIN article ON article.id = claim.article
)
SELECT (SELECT claim_id FROM member ORDER BY published_on IS NULL, published_on, article_id, ordinal LIMIT 1),
       COUNT(*), COUNT(DISTINCT article_id), COUNT(DISTINCT outlet), MIN(published_on), MAX(published_on)
FROM member
