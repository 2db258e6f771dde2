SELECT claim.claim_id, claim_span.role, claim_span.piece, paragraph.number AS paragraph, claim_span.start,
       claim_span."end"
FROM claim_span
JOIN claim ON claim.id = claim_span.claim
JOIN paragraph ON paragraph.id = claim_span.paragraph
WHERE claim_span.claim = ?1
ORDER BY claim_span.role, claim_span.piece
