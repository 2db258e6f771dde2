-- The claims that are joined with claim ?1.
SELECT claim_b FROM joining_echo WHERE claim_a = ?1
UNION ALL
SELECT claim_a FROM joining_echo WHERE claim_b = ?1
