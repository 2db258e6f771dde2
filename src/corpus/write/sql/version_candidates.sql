-- Other texts of the same outlet that may be versions of the same piece.
SELECT other.piece, other.sketch, this.words, other.words AS others, 1 AS is_same_address
FROM article AS this
JOIN article AS other ON other.url = this.url AND other.outlet IS this.outlet
WHERE this.id = :article AND other.id <> this.id AND other.text_key IS NOT this.text_key
UNION ALL
SELECT other.piece, other.sketch, this.words, other.words AS others, 0 AS is_same_address
FROM article AS this
JOIN article AS other
    ON other.headline_key = this.headline_key AND other.outlet IS this.outlet
    AND other.published_on BETWEEN date(this.published_on, '-31 days') AND date(this.published_on, '+31 days')
WHERE this.id = :article AND other.id <> this.id AND other.text_key IS NOT this.text_key
