-- The claims of article ?1 that meet others, with the keys under which they do.
SELECT claim_statement.claim, claim_statement.place, claim_statement.keys
FROM claim
JOIN claim_statement ON claim_statement.claim = claim.id
WHERE claim.article = ?1 AND claim_statement.keys IS NOT NULL
ORDER BY claim.ordinal
