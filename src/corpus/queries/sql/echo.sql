-- Cluster ?1: its first claim, its spread, and what joins it. Links are looked up claim by claim: the cross joins and the
-- plus keep SQLite from going through all echoes there are.
SELECT echo_cluster.key AS claim_id, claim.content, echo_cluster.claims, echo_cluster.articles,
       echo_cluster.outlets, echo_cluster.first_on, echo_cluster.last_on, outlet.name AS first_outlet,
       (SELECT COUNT(DISTINCT reprint.id)
        FROM echo_member
        JOIN claim AS member ON member.id = echo_member.claim
        JOIN article AS carrier ON carrier.id = member.article
        JOIN article AS reprint ON reprint.reprint_group = carrier.reprint_group AND NOT reprint.is_counted
        WHERE echo_member.cluster = echo_cluster.id) AS reprints,
       (SELECT json_group_array(DISTINCT entity.name ORDER BY entity.folded, entity.name)
        FROM echo_member
        JOIN claim AS member ON member.id = echo_member.claim
        JOIN name_key ON name_key.id = member.speaker
        JOIN entity ON entity.id = name_key.entity
        WHERE echo_member.cluster = echo_cluster.id) AS speakers,
       (SELECT json_group_array(DISTINCT outlet.name ORDER BY outlet.name)
        FROM echo_member
        JOIN claim AS member ON member.id = echo_member.claim
        JOIN article AS carrier ON carrier.id = member.article
        JOIN outlet ON outlet.id = carrier.outlet
        WHERE echo_member.cluster = echo_cluster.id) AS outlet_names,
       (SELECT json_group_array(DISTINCT claim_link.rule ORDER BY claim_link.rule)
        FROM echo_member
        CROSS JOIN claim_link ON claim_link.claim_a = echo_member.claim AND +claim_link.relation = 'echo'
            AND claim_link.verdict IS NOT 'rejected'
        WHERE echo_member.cluster = echo_cluster.id) AS rules,
       (SELECT MAX(claim_link.score)
        FROM echo_member
        CROSS JOIN claim_link ON claim_link.claim_a = echo_member.claim AND +claim_link.relation = 'echo'
            AND claim_link.verdict IS NOT 'rejected'
        WHERE echo_member.cluster = echo_cluster.id) AS score
FROM echo_cluster
JOIN claim ON claim.claim_id = echo_cluster.key
JOIN article ON article.id = claim.article
LEFT JOIN outlet ON outlet.id = article.outlet
WHERE echo_cluster.id = ?1
