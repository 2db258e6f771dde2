-- Decisions in force on links of the claims of article ?1.
SELECT decision.*
FROM article
JOIN (
    SELECT decision_id, article_a AS article_id FROM link_ruling
    UNION
    SELECT decision_id, article_b FROM link_ruling
) AS side ON side.article_id = article.article_id
JOIN decision ON decision.decision_id = side.decision_id
WHERE article.id = ?1
ORDER BY decision.made_at, decision.decision_id
