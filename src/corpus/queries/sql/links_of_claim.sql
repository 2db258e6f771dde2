-- The links of claim ?1 (and ?2, the same), as pairs of rows.
SELECT claim_a, claim_b
FROM (
    SELECT claim_a, claim_b, claim_b AS other, score AS link_score FROM link WHERE claim_a = ?1
    UNION ALL
    SELECT claim_a, claim_b, claim_a AS other, score AS link_score FROM link WHERE claim_b = ?2
)
JOIN claim ON claim.id = other
ORDER BY link_score DESC, claim.claim_id
