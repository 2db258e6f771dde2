SELECT claim.claim_id AS id, article.article_id, paragraph.number AS paragraph, claim.source, claim.cue, claim.content
FROM claim
JOIN article ON article.id = claim.article
JOIN paragraph ON paragraph.id = claim.paragraph
WHERE claim.id = ?1
