-- The original of group ?1, as in set_original.sql, of all its articles.
UPDATE reprint_group
SET original = (
    SELECT article.id
    FROM article
    LEFT JOIN outlet ON outlet.id = article.outlet
    WHERE article.reprint_group = reprint_group.id
    ORDER BY article.is_removed, COALESCE(outlet.is_agency, 0) DESC, article.published_on IS NULL, article.published_on,
             article.words DESC, article.article_id
    LIMIT 1
)
WHERE id = ?1
