-- The entity of the names that a decision was on whose subject or object had this id.
SELECT name_key.entity
FROM (
    SELECT anchor ->> 'key' AS key FROM decision WHERE subject >= ?1 AND subject < ?1 || '{'
    UNION
    SELECT anchor ->> 'other_key' FROM decision WHERE object >= ?1 AND object < ?1 || '{'
) AS decided
JOIN name_key ON name_key.key = decided.key
ORDER BY name_key.key
LIMIT 1
