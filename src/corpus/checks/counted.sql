WITH member AS (
    SELECT article.article_id, article.is_counted, article.version,
           reprint_group.original = article.id AS is_original,
           max(CASE WHEN reprint_group.original = article.id THEN article.version END)
               OVER (PARTITION BY article.piece) AS newest
    FROM article
    JOIN reprint_group ON reprint_group.id = article.reprint_group
)
SELECT article_id AS subject,
       CASE is_counted WHEN 1 THEN 'it is counted although a reprint or replaced' ELSE 'it is not counted' END AS detail
FROM member
WHERE is_counted <> COALESCE(is_original AND version = newest, 0)
