SELECT claim_a.claim_id AS claim_a, claim_b.claim_id AS claim_b, claim_link.relation, claim_link.rule,
       claim_link.score, claim_link.reason
FROM claim_link
JOIN claim AS claim_a ON claim_a.id = claim_link.claim_a
JOIN claim AS claim_b ON claim_b.id = claim_link.claim_b
ORDER BY claim_a.claim_id, claim_b.claim_id, claim_link.relation
