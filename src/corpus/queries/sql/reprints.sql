-- Articles of other pieces that carry the words of article ?1; versions of its own piece are none.
SELECT other.id
FROM article AS this
JOIN article AS other ON other.reprint_group = this.reprint_group AND other.piece <> this.piece
WHERE this.id = ?1
ORDER BY other.published_on IS NULL, other.published_on, other.article_id
