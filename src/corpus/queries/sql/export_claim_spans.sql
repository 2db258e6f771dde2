SELECT claim.claim_id, claim_span.role, claim_span.piece, paragraph.number AS paragraph, claim_span.start,
       claim_span."end"
FROM claim
JOIN claim_span ON claim_span.claim = claim.id
JOIN paragraph ON paragraph.id = claim_span.paragraph
ORDER BY claim.claim_id, claim_span.role, claim_span.piece
