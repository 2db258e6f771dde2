-- The versions of article ?1 as they stand.
SELECT other.id
FROM article AS this
JOIN article AS other ON other.piece = this.piece
WHERE this.id = ?1
