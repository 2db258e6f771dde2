-- Decisions in force on article ?1, or on its claims, by kind ?2.
SELECT decision.*
FROM article
JOIN ruling ON ruling.article_id = article.article_id AND ruling.kind = ?2
JOIN decision ON decision.decision_id = ruling.decision_id
WHERE article.id = ?1
ORDER BY decision.made_at, decision.decision_id
