-- Of the articles in the JSON list ?2 the original of group ?1: what people removed last, a news agency's before others, then the earliest by date,
-- undated ones last, of one day the longest, then by id.
UPDATE reprint_group
SET original = (
    SELECT article.id
    FROM article
    LEFT JOIN outlet ON outlet.id = article.outlet
    WHERE article.id IN (SELECT value FROM json_each(?2))
    ORDER BY article.is_removed, COALESCE(outlet.is_agency, 0) DESC, article.published_on IS NULL, article.published_on,
             article.words DESC, article.article_id
    LIMIT 1
)
WHERE id = ?1
