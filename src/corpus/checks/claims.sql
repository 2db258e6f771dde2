SELECT claim.claim_id AS subject,
       'its ' || role.name || ' is stored as "' || role.stored || '", the text reads "' || role.words || '"' AS detail
FROM claim
JOIN (
    SELECT claim.id AS claim, part.name,
           CASE part.name WHEN 'source' THEN claim.source WHEN 'cue' THEN claim.cue ELSE claim.content END AS stored,
           COALESCE((
               SELECT group_concat(
                   substr(paragraph.text, claim_span.start + 1, claim_span."end" - claim_span.start), ' … '
                   ORDER BY claim_span.piece)
               FROM claim_span JOIN paragraph ON paragraph.id = claim_span.paragraph
               WHERE claim_span.claim = claim.id AND claim_span.role = part.name AND paragraph.article = claim.article
           ), '') AS words
    FROM claim
    CROSS JOIN (SELECT 'source' AS name UNION ALL SELECT 'cue' UNION ALL SELECT 'content') AS part
) AS role ON role.claim = claim.id
WHERE role.stored <> role.words OR (role.name = 'content' AND role.stored = '')
