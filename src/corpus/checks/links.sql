-- Links join listed claims of counted articles, or quotations that nobody is named for; a claim meets others exactly then.
SELECT claim.claim_id AS subject,
       CASE WHEN claim_statement.keys IS NULL THEN 'it should meet other claims and does not'
            ELSE 'it meets other claims and should not' END AS detail
FROM claim
JOIN article ON article.id = claim.article
JOIN claim_statement ON claim_statement.claim = claim.id
WHERE (claim_statement.keys IS NOT NULL)
   <> (article.is_counted AND (claim.is_listed OR (claim.score = 0 AND claim.verdict IS NULL)))
UNION ALL
SELECT claim.claim_id, 'it is linked to ' || other.claim_id || ' and one of the two is not counted'
FROM claim_link
JOIN claim ON claim.id = claim_link.claim_a
JOIN claim AS other ON other.id = claim_link.claim_b
JOIN claim_statement AS one_statement ON one_statement.claim = claim.id
JOIN claim_statement AS other_statement ON other_statement.claim = other.id
WHERE one_statement.keys IS NULL OR other_statement.keys IS NULL
UNION ALL
SELECT claim.claim_id, 'it echoes ' || other.claim_id || ' in another cluster'
FROM joining_echo
JOIN claim ON claim.id = joining_echo.claim_a
JOIN claim AS other ON other.id = joining_echo.claim_b
LEFT JOIN echo_member AS one_member ON one_member.claim = claim.id
LEFT JOIN echo_member AS other_member ON other_member.claim = other.id
WHERE one_member.cluster IS NULL OR one_member.cluster IS NOT other_member.cluster
UNION ALL
-- Counted again.
SELECT echo_cluster.key, 'the counts of its cluster are not those of its claims'
FROM echo_cluster
JOIN echo_member ON echo_member.cluster = echo_cluster.id
JOIN claim ON claim.id = echo_member.claim
JOIN article ON article.id = claim.article
GROUP BY echo_cluster.id
HAVING (echo_cluster.claims, echo_cluster.articles, echo_cluster.outlets)
       <> (COUNT(*), COUNT(DISTINCT article.id), COUNT(DISTINCT article.outlet))
    OR echo_cluster.first_on IS NOT MIN(article.published_on) OR echo_cluster.last_on IS NOT MAX(article.published_on)
