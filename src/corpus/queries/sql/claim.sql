SELECT claim.claim_id, article.article_id, outlet.name AS outlet, article.published_on, article.headline,
       paragraph.number AS paragraph,
       CASE claim.speaker_kind WHEN 'named' THEN entity.name WHEN 'author' THEN article.byline END AS speaker,
       entity.entity_id AS speaker_id, claim.source, claim.cue, claim.cue_class, claim.content, claim.form,
       claim.polarity,
       (SELECT json_group_array(DISTINCT about.name ORDER BY about.folded, about.name)
        FROM claim_entity
        JOIN name_key AS about_key ON about_key.id = claim_entity.name_key
        JOIN entity AS about ON about.id = about_key.entity
        WHERE claim_entity.claim = claim.id AND claim_entity.role = 'about') AS about,
       claim.score, claim.speaker_kind,
       (SELECT json_group_array(DISTINCT addressee.name ORDER BY addressee.folded, addressee.name)
        FROM claim_entity
        JOIN name_key AS addressee_key ON addressee_key.id = claim_entity.name_key
        JOIN entity AS addressee ON addressee.id = addressee_key.entity
        WHERE claim_entity.claim = claim.id AND claim_entity.role = 'addressee') AS addressee,
       -- Up to 200 characters of the same paragraph on either side of all its parts.
       (SELECT trim(substr(first.text, max(MIN(claim_span.start) - 200, 0) + 1, min(MIN(claim_span.start), 200)))
        FROM claim_span JOIN paragraph AS first ON first.id = claim_span.paragraph
        WHERE claim_span.claim = claim.id AND claim_span.paragraph = claim.paragraph) AS context_before,
       (SELECT trim(substr(last.text, MAX(claim_span."end") + 1, 200))
        FROM claim_span JOIN paragraph AS last ON last.id = claim_span.paragraph
        WHERE claim_span.claim = claim.id
          AND claim_span.paragraph = (SELECT MAX(paragraph) FROM claim_span WHERE claim = claim.id)) AS context_after,
       analyzer.name AS analyzer, claim.verdict, claim.article
FROM claim
JOIN article ON article.id = claim.article
JOIN paragraph ON paragraph.id = claim.paragraph
JOIN analyzer ON analyzer.id = article.analyzer
LEFT JOIN outlet ON outlet.id = article.outlet
LEFT JOIN name_key ON name_key.id = claim.speaker
LEFT JOIN entity ON entity.id = name_key.entity
WHERE claim.id = ?1
