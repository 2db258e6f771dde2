SELECT claim.claim_id, article.article_id, paragraph.number AS paragraph, claim.speaker_kind,
       entity.entity_id AS speaker_id,
       CASE claim.speaker_kind WHEN 'named' THEN entity.name WHEN 'author' THEN article.byline END AS speaker,
       claim.source, claim.cue, claim.cue_class, claim.content, claim.form, claim.polarity,
       (SELECT COALESCE(group_concat(about.entity_id, '; ' ORDER BY about.entity_id), '')
        FROM (SELECT DISTINCT about_entity.entity_id
              FROM claim_entity
              JOIN name_key AS about_key ON about_key.id = claim_entity.name_key
              JOIN entity AS about_entity ON about_entity.id = about_key.entity
              WHERE claim_entity.claim = claim.id AND claim_entity.role = 'about') AS about) AS about_ids,
       (SELECT COALESCE(group_concat(addressee.entity_id, '; ' ORDER BY addressee.entity_id), '')
        FROM (SELECT DISTINCT addressee_entity.entity_id
              FROM claim_entity
              JOIN name_key AS addressee_key ON addressee_key.id = claim_entity.name_key
              JOIN entity AS addressee_entity ON addressee_entity.id = addressee_key.entity
              WHERE claim_entity.claim = claim.id AND claim_entity.role = 'addressee') AS addressee) AS addressee_ids,
       claim.score, claim.verdict
FROM article
JOIN claim ON claim.article = article.id
JOIN paragraph ON paragraph.id = claim.paragraph
LEFT JOIN name_key ON name_key.id = claim.speaker
LEFT JOIN entity ON entity.id = name_key.entity
ORDER BY article.article_id, claim.ordinal
