-- Articles come in the order in which the original of a reprint group is chosen (write/sql/set_original.sql).
SELECT mine.number AS paragraph, other.article, article.article_id, other.number AS other_paragraph
FROM paragraph AS mine
JOIN paragraph AS other ON other.id = (
    SELECT candidate.id
    FROM article AS this
    LEFT JOIN outlet AS own_outlet ON own_outlet.id = this.outlet
    JOIN paragraph AS candidate ON candidate.text_key = mine.text_key AND candidate.article <> this.id
    JOIN article ON article.id = candidate.article AND article.piece <> this.piece
    LEFT JOIN outlet ON outlet.id = article.outlet
    WHERE this.id = mine.article
      AND fold(candidate.text) = fold(mine.text)
      AND (NOT COALESCE(outlet.is_agency, 0), article.published_on IS NULL, COALESCE(article.published_on, ''),
           -article.words, article.article_id)
        < (NOT COALESCE(own_outlet.is_agency, 0), this.published_on IS NULL, COALESCE(this.published_on, ''),
           -this.words, this.article_id)
    ORDER BY COALESCE(outlet.is_agency, 0) DESC, article.published_on IS NULL, article.published_on,
             article.words DESC, article.article_id, candidate.number
    LIMIT 1
)
JOIN article ON article.id = other.article
WHERE mine.article = ?1 AND mine.text_key IS NOT NULL
ORDER BY mine.number
