-- Articles, of the pieces of those in the JSON list ?1, whose is_counted is not what it should be. Counted is the newest
-- version of a piece among those that belong to the piece of their group's original: all else is a reprint. What people removed
-- never is.
WITH member AS (
    SELECT article.id, article.is_counted, article.version,
           original.piece = article.piece AND NOT article.is_removed AS is_own,
           max(CASE WHEN original.piece = article.piece AND NOT article.is_removed THEN article.version END)
               OVER (PARTITION BY article.piece) AS newest
    FROM article
    JOIN reprint_group ON reprint_group.id = article.reprint_group
    JOIN article AS original ON original.id = reprint_group.original
    WHERE article.piece IN (SELECT piece FROM article WHERE id IN (SELECT value FROM json_each(?1)))
)
SELECT id, (is_own AND version IS newest) AS should_count
FROM member
WHERE is_counted <> (is_own AND version IS newest)
ORDER BY should_count, id
