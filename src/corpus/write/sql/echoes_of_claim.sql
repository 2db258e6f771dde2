SELECT claim_b FROM claim_link WHERE claim_a = ?1 AND relation = 'echo' AND verdict IS NOT 'rejected'
UNION ALL
SELECT claim_a FROM claim_link WHERE claim_b = ?1 AND relation = 'echo' AND verdict IS NOT 'rejected'
