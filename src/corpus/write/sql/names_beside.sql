-- The name keys that may have to be settled again when people decide on name key ?1: those of its actor, and what those
-- can be shortened to.
WITH beside AS (
    SELECT beside.id
    FROM name_key
    JOIN name_key AS beside ON beside.entity = name_key.entity
    WHERE name_key.key = ?1
)
SELECT name_key.id, name_key.key, name_key.entity
FROM name_key
WHERE id IN (
    SELECT id FROM beside
    UNION
    SELECT name_form.short FROM beside JOIN name_form ON name_form.full = beside.id
)
