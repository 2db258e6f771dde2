SELECT original.id
FROM article AS this
JOIN reprint_group ON reprint_group.id = this.reprint_group
JOIN article AS original ON original.id = reprint_group.original AND original.piece <> this.piece
WHERE this.id = ?1
