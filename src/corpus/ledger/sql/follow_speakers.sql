-- Repeats the speakers of the claims of article ?1 where "A about B" looks them up.
UPDATE OR REPLACE claim_entity
SET speaker = COALESCE(claim.speaker, 0)
FROM claim
WHERE claim.article = ?1 AND claim_entity.claim = claim.id AND claim_entity.speaker <> COALESCE(claim.speaker, 0)
