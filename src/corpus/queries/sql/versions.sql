SELECT other.id
FROM article AS this
JOIN article AS other ON other.piece = this.piece
WHERE this.id = ?1 AND other.id <> this.id
ORDER BY other.version
