-- The claims that echo claim ?1. Of a quotation at least half must be repeated: a phrase in two long speeches is a link, but
-- makes the speeches no cluster.
SELECT claim_b FROM claim_link
WHERE claim_a = ?1 AND relation = 'echo' AND verdict IS NOT 'rejected' AND (score >= 0.5 OR verdict IS NOT NULL)
UNION ALL
SELECT claim_a FROM claim_link
WHERE claim_b = ?1 AND relation = 'echo' AND verdict IS NOT 'rejected' AND (score >= 0.5 OR verdict IS NOT NULL)
