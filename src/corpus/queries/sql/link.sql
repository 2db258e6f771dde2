-- The link between claims ?1 and ?2, the earlier one first.
SELECT a.claim_id AS claim_a, b.claim_id AS claim_b, link.relation, link.rule, link.score, link.reason,
       a.content AS content_a, b.content AS content_b,
       CASE a.speaker_kind WHEN 'named' THEN entity_a.name WHEN 'author' THEN article_a.byline END AS speaker_a,
       CASE b.speaker_kind WHEN 'named' THEN entity_b.name WHEN 'author' THEN article_b.byline END AS speaker_b,
       a.cue AS cue_a, b.cue AS cue_b, article_a.article_id AS article_a, article_b.article_id AS article_b,
       (SELECT name FROM outlet WHERE id = article_a.outlet) AS outlet_a,
       (SELECT name FROM outlet WHERE id = article_b.outlet) AS outlet_b,
       article_a.published_on AS published_a, article_b.published_on AS published_b,
       article_a.headline AS headline_a, article_b.headline AS headline_b,
       (SELECT number FROM paragraph WHERE id = a.paragraph) AS paragraph_a,
       (SELECT number FROM paragraph WHERE id = b.paragraph) AS paragraph_b,
       link.verdict
FROM link
JOIN claim AS a ON a.id = link.earlier
JOIN article AS article_a ON article_a.id = a.article
JOIN claim AS b ON b.id = link.later
JOIN article AS article_b ON article_b.id = b.article
LEFT JOIN name_key AS key_a ON key_a.id = a.speaker
LEFT JOIN entity AS entity_a ON entity_a.id = key_a.entity
LEFT JOIN name_key AS key_b ON key_b.id = b.speaker
LEFT JOIN entity AS entity_b ON entity_b.id = key_b.entity
WHERE link.claim_a = ?1 AND link.claim_b = ?2
