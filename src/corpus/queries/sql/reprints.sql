SELECT other.id
FROM article AS this
JOIN article AS other ON other.reprint_group = this.reprint_group
WHERE this.id = ?1 AND other.id <> this.id
ORDER BY other.published_on IS NULL, other.published_on, other.article_id
