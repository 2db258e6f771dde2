-- What the author asserts is listed in opinion pieces only.
UPDATE claim
SET is_listed = (SELECT genre = 'opinion' FROM article WHERE id = ?1)
WHERE article = ?1 AND form = 'narrated'
