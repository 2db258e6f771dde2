-- Of all articles with the text of article ?1 the earliest by date, then id, is the original; undated ones come last.
UPDATE reprint_group
SET original = (
    SELECT article.id FROM article WHERE article.reprint_group = reprint_group.id
    ORDER BY article.published_on IS NULL, article.published_on, article.article_id
    LIMIT 1
)
WHERE id = (SELECT reprint_group FROM article WHERE id = ?1)
