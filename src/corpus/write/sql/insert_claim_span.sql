INSERT INTO claim_span (claim, role, piece, paragraph, start, "end")
SELECT ?1, ?2, ?3, paragraph.id, ?6, ?7
FROM paragraph
WHERE paragraph.article = ?4 AND paragraph.number = ?5
