-- The link between claims ?1 and ?2, the earlier one first, told of ?3 in the place of ?1 and of ?4 in that of ?2: of the
-- same two, or of copies of them in articles that carry their text. Where ?1 and ?2 are one claim, the link of ?3 with its
-- copy ?4: in a reprint the later one, in a replaced version the earlier.
WITH link AS (
    SELECT CASE earlier WHEN ?1 THEN ?3 ELSE ?4 END AS earlier, CASE earlier WHEN ?1 THEN ?4 ELSE ?3 END AS later,
           relation, rule, score, reason, verdict
    FROM main.link
    WHERE claim_a = ?1 AND claim_b = ?2
    UNION ALL
    SELECT CASE WHEN is_reprinted THEN ?3 ELSE ?4 END, CASE WHEN is_reprinted THEN ?4 ELSE ?3 END, 'echo',
           CASE WHEN is_reprinted THEN 'reprint' ELSE 'version' END, 1.0, 'the same words', NULL
    FROM (
        SELECT carrier.piece <> article.piece AS is_reprinted
        FROM claim
        JOIN article ON article.id = claim.article
        JOIN claim AS copy ON copy.id = ?4
        JOIN article AS carrier ON carrier.id = copy.article
        WHERE claim.id = ?3 AND ?1 = ?2
    )
)
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
