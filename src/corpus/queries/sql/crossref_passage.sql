SELECT '' AS kind, article.article_id, outlet.name AS outlet, article.published_on, article.headline,
       paragraph.number AS paragraph, NULL AS speaker, '[]' AS about, paragraph.text, NULL AS claim_id,
       NULL AS other_claim_id, NULL AS cue
FROM paragraph
JOIN article ON article.id = paragraph.article
LEFT JOIN outlet ON outlet.id = article.outlet
WHERE paragraph.id = ?1
