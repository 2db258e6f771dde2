-- The links between the claims of articles ?1 and ?2, as pairs of rows.
SELECT claim_a, claim_b
FROM (
    SELECT link.claim_a, link.claim_b, one.ordinal, other.ordinal AS other_ordinal
    FROM claim AS one
    CROSS JOIN link ON link.claim_a = one.id
    JOIN claim AS other ON other.id = link.claim_b
    WHERE one.article = ?1 AND other.article = ?2
    UNION
    SELECT link.claim_a, link.claim_b, one.ordinal, other.ordinal AS other_ordinal
    FROM claim AS one
    CROSS JOIN link ON link.claim_b = one.id
    JOIN claim AS other ON other.id = link.claim_a
    WHERE one.article = ?1 AND other.article = ?2
)
ORDER BY ordinal, other_ordinal
