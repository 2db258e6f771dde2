-- At most ?2 claims of the cluster whose first claim is ?1, oldest first.
SELECT claim.id
FROM echo_cluster
JOIN echo_member ON echo_member.cluster = echo_cluster.id
JOIN claim ON claim.id = echo_member.claim
JOIN article ON article.id = claim.article
WHERE echo_cluster.key = ?1
ORDER BY article.published_on NULLS LAST, article.article_id, claim.ordinal
LIMIT ?2
