WITH member AS (
    SELECT article.article_id, article.is_counted, article.version,
           original.piece = article.piece AND NOT article.is_removed AS is_own,
           max(CASE WHEN original.piece = article.piece AND NOT article.is_removed THEN article.version END)
               OVER (PARTITION BY article.piece) AS newest
    FROM article
    JOIN reprint_group ON reprint_group.id = article.reprint_group
    JOIN article AS original ON original.id = reprint_group.original
)
SELECT article_id AS subject,
       CASE is_counted WHEN 1 THEN 'it is counted although a reprint or replaced' ELSE 'it is not counted' END AS detail
FROM member
WHERE is_counted <> (is_own AND version IS newest)
