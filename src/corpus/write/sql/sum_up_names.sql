INSERT INTO article_name (name_key, article, mentions, claims_by, claims_about)
SELECT name_key, ?1, SUM(mentions), SUM(claims_by), SUM(claims_about)
FROM (
    SELECT mention.name_key, COUNT(*) AS mentions, 0 AS claims_by, 0 AS claims_about
    FROM paragraph JOIN mention ON mention.paragraph = paragraph.id
    WHERE paragraph.article = ?1
    GROUP BY mention.name_key
    UNION ALL
    SELECT claim.speaker, 0, COUNT(*), 0
    FROM claim
    WHERE claim.article = ?1 AND claim.is_listed AND claim.speaker IS NOT NULL
    GROUP BY claim.speaker
    UNION ALL
    SELECT claim_entity.name_key, 0, 0, COUNT(*)
    FROM claim JOIN claim_entity ON claim_entity.claim = claim.id
    WHERE claim.article = ?1 AND claim.is_listed AND claim_entity.role = 'about'
    GROUP BY claim_entity.name_key
)
GROUP BY name_key
