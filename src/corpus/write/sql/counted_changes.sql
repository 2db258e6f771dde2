-- Articles of the pieces of ?1 and ?2 whose is_counted is not what it should be: only the newest among a piece's
-- originals is counted.
WITH member AS (
    SELECT article.id, article.is_counted,
           reprint_group.original = article.id AS is_original,
           max(CASE WHEN reprint_group.original = article.id THEN article.version END)
               OVER (PARTITION BY article.piece) AS newest,
           article.version
    FROM article
    JOIN reprint_group ON reprint_group.id = article.reprint_group
    WHERE article.piece IN (SELECT piece FROM article WHERE id IN (?1, ?2))
)
SELECT id, (is_original AND version = newest) AS should_count
FROM member
WHERE is_counted <> (is_original AND version = newest)
ORDER BY should_count, id
