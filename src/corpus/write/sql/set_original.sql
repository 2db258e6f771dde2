-- Of the two articles ?2 and ?3 the earlier one by date, then id, is the original; undated ones come last.
UPDATE reprint_group
SET original = (
    SELECT id FROM article WHERE id IN (?2, ?3)
    ORDER BY published_on IS NULL, published_on, article_id
    LIMIT 1
)
WHERE id = ?1
