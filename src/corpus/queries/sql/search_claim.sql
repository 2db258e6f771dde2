SELECT 'claim' AS kind, article.article_id, outlet.name AS outlet, article.published_on, article.headline,
       paragraph.number AS paragraph,
       CASE claim.speaker_kind
           WHEN 'named' THEN entity.name
           WHEN 'author' THEN article.byline
           ELSE NULLIF(claim.source, '')
       END AS speaker,
       (SELECT snippet(claim_search, 0, '[', ']', ' … ', 40) FROM claim_search
        WHERE claim_search MATCH :words AND claim_search.rowid = claim.id) AS text,
       claim.claim_id, NULLIF(claim.cue, '') AS cue
FROM claim
JOIN article ON article.id = claim.article
JOIN paragraph ON paragraph.id = claim.paragraph
LEFT JOIN outlet ON outlet.id = article.outlet
LEFT JOIN name_key ON name_key.id = claim.speaker
LEFT JOIN entity ON entity.id = name_key.entity
WHERE claim.id = :id
