-- The links that join claims into clusters. Of a quotation at least half must be repeated: a phrase in two long speeches is a
-- link, but makes the speeches no cluster.
CREATE VIEW joining_echo AS
SELECT claim_a, claim_b FROM claim_link
WHERE relation = 'echo' AND verdict IS NOT 'rejected' AND (rule <> 'quotation' OR score >= 0.5 OR verdict IS NOT NULL);
