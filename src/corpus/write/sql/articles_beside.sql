-- The articles whose piece or original can change with article ?1: its versions, and those with its text.
SELECT other.id
FROM article AS this
JOIN article AS other ON other.piece = this.piece
WHERE this.id = ?1
UNION
SELECT other.id
FROM article AS this
JOIN article AS other ON other.reprint_group = this.reprint_group
WHERE this.id = ?1
