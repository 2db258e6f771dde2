-- At most ?2 claims of cluster ?1, oldest first.
SELECT claim.id
FROM echo_member
JOIN claim ON claim.id = echo_member.claim
JOIN article ON article.id = claim.article
WHERE echo_member.cluster = ?1
ORDER BY article.published_on NULLS LAST, article.article_id, claim.ordinal
LIMIT ?2
