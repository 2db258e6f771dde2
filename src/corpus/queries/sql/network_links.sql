-- Whose claims meet in echoes, or in disputes. Reads every link of its kind. A tie takes two: it weighs as much as the
-- side with fewer units, and its days are those on which the later of two claims appeared.
WITH found AS NOT MATERIALIZED ({found}),
link AS (
    SELECT a.speaker AS speaker_a, a.claim AS claim_a, a.article AS article_a, a.unit AS unit_a,
           b.speaker AS speaker_b, b.claim AS claim_b, b.article AS article_b, b.unit AS unit_b,
           max(a.published_on, b.published_on) AS met_on
    FROM claim_link
    JOIN found AS a ON a.claim = claim_link.claim_a
    JOIN found AS b ON b.claim = claim_link.claim_b
    WHERE claim_link.relation = '{relation}' AND claim_link.verdict IS NOT 'rejected' AND a.speaker <> b.speaker
),
side AS (
    SELECT speaker_a AS speaker, speaker_b AS other, claim_a AS claim, article_a AS article, unit_a AS unit, met_on
    FROM link
    UNION ALL
    SELECT speaker_b, speaker_a, claim_b, article_b, unit_b, met_on
    FROM link
)
SELECT min(speaker, other) AS source, max(speaker, other) AS target,
       min(COUNT(DISTINCT unit) FILTER (WHERE speaker < other), COUNT(DISTINCT unit) FILTER (WHERE speaker > other))
           AS weight,
       COUNT(DISTINCT claim) AS claims, COUNT(DISTINCT article) AS articles,
       MIN(met_on) AS first_on, MAX(met_on) AS last_on
FROM side
GROUP BY 1, 2
