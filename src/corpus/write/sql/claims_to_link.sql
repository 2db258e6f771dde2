-- The claims in the JSON list ?1, as they are compared.
SELECT claim.id, claim.claim_id, claim.article, claim.content, claim.form IN ('direct', 'mixed') AS is_quoted,
       (SELECT text_key FROM paragraph WHERE paragraph.id = claim.paragraph) AS passage,
       (SELECT number FROM paragraph WHERE paragraph.id = claim.paragraph) AS paragraph,
       claim.score > 0 OR claim.verdict IS NOT NULL AS is_attributed, claim.polarity = 'negated' AS is_negated,
       claim.cue, claim.cue_class, speaker.key AS speaker, claim_statement.vector,
       CAST(julianday(article.published_on) + 0.5 AS INTEGER) AS day,
       (SELECT json_group_array(key) FROM (
           SELECT DISTINCT name_key.key
           FROM claim_entity JOIN name_key ON name_key.id = claim_entity.name_key
           WHERE claim_entity.claim = claim.id AND claim_entity.role = 'about'
           ORDER BY name_key.key)) AS about
FROM claim
JOIN article ON article.id = claim.article
JOIN claim_statement ON claim_statement.claim = claim.id
LEFT JOIN name_key AS speaker ON speaker.id = claim.speaker
WHERE claim.id IN (SELECT value FROM json_each(?1))
ORDER BY claim.article, claim.ordinal
