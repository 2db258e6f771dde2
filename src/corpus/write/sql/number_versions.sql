-- Makes one piece of the pieces in the JSON list ?1: its first version gives it its name, the rest are numbered.
WITH member AS (
    SELECT id,
           row_number() OVER (ORDER BY published_on IS NULL, published_on, article_id) AS version,
           first_value(id) OVER (ORDER BY published_on IS NULL, published_on, article_id) AS piece
    FROM article
    WHERE piece IN (SELECT value FROM json_each(?1))
)
UPDATE article
SET piece = member.piece, version = member.version
FROM member
WHERE article.id = member.id AND (article.piece IS NOT member.piece OR article.version <> member.version)
