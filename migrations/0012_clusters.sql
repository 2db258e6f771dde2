-- The links that join claims into clusters. Of a quotation at least half must be repeated: a phrase in two long speeches is a
-- link, but makes the speeches no cluster.
CREATE VIEW joining_echo AS
SELECT claim_a, claim_b FROM claim_link
WHERE relation = 'echo' AND verdict IS NOT 'rejected' AND (rule <> 'quotation' OR score >= 0.5 OR verdict IS NOT NULL);

-- Articles that do not count, by the group they are in: for the many clusters whose texts were never reprinted.
CREATE INDEX article_reprinting ON article (reprint_group) WHERE is_counted = 0;
