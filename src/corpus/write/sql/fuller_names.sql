-- The names that name key ?1 can be short for, with their entities. One that a single article knows is a slip where another
-- is known to ten.
SELECT full_key.key AS full, full_key.entity, entity.key AS entity_key
FROM name_form
JOIN name_key AS full_key ON full_key.id = name_form.full
JOIN entity ON entity.id = full_key.entity
WHERE name_form.short = ?1
  AND (name_form.articles > 1
       OR NOT EXISTS (SELECT 1 FROM name_form AS usual WHERE usual.short = ?1 AND usual.articles >= 10))
