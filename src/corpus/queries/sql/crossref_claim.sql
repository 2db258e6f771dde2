SELECT '' AS kind, article.article_id, outlet.name AS outlet, article.published_on, article.headline,
       paragraph.number AS paragraph,
       CASE claim.speaker_kind
           WHEN 'named' THEN entity.name
           WHEN 'author' THEN article.byline
           ELSE NULLIF(claim.source, '')
       END AS speaker,
       (SELECT json_group_array(DISTINCT about.name ORDER BY about.folded, about.name)
        FROM claim_entity
        JOIN name_key AS about_key ON about_key.id = claim_entity.name_key
        JOIN entity AS about ON about.id = about_key.entity
        WHERE claim_entity.claim = claim.id AND claim_entity.role = 'about') AS about,
       claim.content AS text, claim.claim_id, NULL AS other_claim_id,
       NULLIF(claim.cue, '') AS cue
FROM claim
JOIN article ON article.id = claim.article
JOIN paragraph ON paragraph.id = claim.paragraph
LEFT JOIN outlet ON outlet.id = article.outlet
LEFT JOIN name_key ON name_key.id = claim.speaker
LEFT JOIN entity ON entity.id = name_key.entity
WHERE claim.id = ?1
