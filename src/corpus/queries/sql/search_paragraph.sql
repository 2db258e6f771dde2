SELECT 'paragraph' AS kind, article.article_id, outlet.name AS outlet, article.published_on, article.headline,
       paragraph.number AS paragraph, NULL AS speaker,
       (SELECT snippet(paragraph_search, 0, '[', ']', ' … ', 40) FROM paragraph_search
        WHERE paragraph_search MATCH :words AND paragraph_search.rowid = paragraph.id) AS text,
       NULL AS claim_id, NULL AS cue
FROM paragraph
JOIN article ON article.id = paragraph.article
LEFT JOIN outlet ON outlet.id = article.outlet
WHERE paragraph.id = :id
