-- Gives the articles with the texts in the JSON list ?2 to group ?1.
UPDATE article SET reprint_group = ?1 WHERE text_key IN (SELECT value FROM json_each(?2))
