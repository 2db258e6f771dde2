-- What the author asserts is listed in opinion pieces only.
UPDATE claim
SET is_listed = form <> 'narrated' OR (SELECT genre = 'opinion' FROM article WHERE id = ?1)
WHERE article = ?1
