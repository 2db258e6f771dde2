-- Listed is what nobody rejected; what the author asserts, in opinion pieces or where somebody accepted it.
UPDATE claim
SET is_listed = verdict IS NOT 'rejected'
        AND (form <> 'narrated' OR verdict IS NOT NULL OR (SELECT genre = 'opinion' FROM article WHERE id = ?1))
WHERE article = ?1
  AND is_listed <> (verdict IS NOT 'rejected'
        AND (form <> 'narrated' OR verdict IS NOT NULL OR (SELECT genre = 'opinion' FROM article WHERE id = ?1)))
