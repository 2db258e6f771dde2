-- Cluster ?1: its first claim, its spread, and what joins it. What many claims share is told apart first and looked up once;
-- the cross joins and the plus keep SQLite from going through all echoes there are.
WITH
    member AS MATERIALIZED (
        SELECT claim.id, claim.article, claim.speaker
        FROM echo_member CROSS JOIN claim ON claim.id = echo_member.claim
        WHERE echo_member.cluster = ?1
    ),
    carrier AS MATERIALIZED (
        SELECT article.outlet, article.reprint_group
        FROM (SELECT DISTINCT article FROM member) AS carrying CROSS JOIN article ON article.id = carrying.article
    ),
    echo AS MATERIALIZED (
        SELECT claim_link.rule, MAX(claim_link.score) AS score
        FROM member CROSS JOIN claim_link ON claim_link.claim_a = member.id AND +claim_link.relation = 'echo'
            AND claim_link.verdict IS NOT 'rejected'
        GROUP BY claim_link.rule
    )
SELECT echo_cluster.key AS claim_id, claim.content, echo_cluster.claims, echo_cluster.articles,
       echo_cluster.outlets, echo_cluster.first_on, echo_cluster.last_on, outlet.name AS first_outlet,
       (SELECT COUNT(DISTINCT reprint.id)
        FROM carrier CROSS JOIN article AS reprint
            ON reprint.reprint_group = carrier.reprint_group AND reprint.is_counted = 0) AS reprints,
       (SELECT json_group_array(DISTINCT entity.name ORDER BY entity.folded, entity.name)
        FROM (SELECT DISTINCT speaker FROM member) AS speaking
        CROSS JOIN name_key ON name_key.id = speaking.speaker
        CROSS JOIN entity ON entity.id = name_key.entity) AS speakers,
       (SELECT json_group_array(outlet.name ORDER BY outlet.name)
        FROM (SELECT DISTINCT outlet FROM carrier) AS printing
        CROSS JOIN outlet ON outlet.id = printing.outlet) AS outlet_names,
       (SELECT json_group_array(rule ORDER BY rule) FROM echo) AS rules,
       (SELECT MAX(score) FROM echo) AS score
FROM echo_cluster
JOIN claim ON claim.claim_id = echo_cluster.key
JOIN article ON article.id = claim.article
LEFT JOIN outlet ON outlet.id = article.outlet
WHERE echo_cluster.id = ?1
