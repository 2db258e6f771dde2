-- Listed is what nobody rejected; what the author asserts, in opinion pieces or where somebody accepted it; and what
-- somebody is named for.
UPDATE claim
SET is_listed = wanted.is_listed
FROM (
    SELECT claim.id,
           verdict IS NOT 'rejected'
               AND (verdict IS NOT NULL OR (score > 0 AND (form <> 'narrated' OR genre = 'opinion'))) AS is_listed
    FROM claim JOIN article ON article.id = claim.article
    WHERE claim.article = ?1
) AS wanted
WHERE claim.id = wanted.id AND claim.is_listed <> wanted.is_listed
