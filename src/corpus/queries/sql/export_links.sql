SELECT claim_a, claim_b, relation, rule, score, reason, verdict
FROM v_link
ORDER BY claim_a, claim_b, relation
