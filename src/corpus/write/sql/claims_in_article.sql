-- The claims of article ?1 that are let in, as rejections see them.
SELECT claim.id, claim.cue, claim.cue_class, claim.content, COALESCE(speaker.key, '') AS speaker,
       paragraph.number AS paragraph,
       (SELECT json_group_array(key) FROM (
           SELECT DISTINCT name_key.key
           FROM claim_entity JOIN name_key ON name_key.id = claim_entity.name_key
           WHERE claim_entity.claim = claim.id AND claim_entity.role = 'about'
           ORDER BY name_key.key)) AS about
FROM claim
JOIN paragraph ON paragraph.id = claim.paragraph
LEFT JOIN name_key AS speaker ON speaker.id = claim.speaker
WHERE claim.article = ?1 AND claim.is_listed
ORDER BY claim.ordinal
