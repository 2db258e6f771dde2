-- The name itself, as any kind of thing or as fixed tables know it (?2, a JSON list of name keys); where it is short
-- for several fuller names, those too.
WITH kind (prefix) AS (VALUES ('person:'), ('organisation:'), ('place:'), ('group:'), ('event:'), ('other:')),
meant AS (
    SELECT name_key.id, name_key.entity FROM name_key
    WHERE name_key.key IN (SELECT prefix || ?1 FROM kind UNION SELECT 'person:' || ?1 || '/' || pronoun
                           FROM (SELECT 'he' AS pronoun UNION SELECT 'she'))
    UNION
    SELECT name_key.id, name_key.entity FROM name_key WHERE name_key.key IN (SELECT value FROM json_each(?2))
    UNION
    -- Names that no text has, and that people gave to an actor.
    SELECT name_key.id, name_key.entity
    FROM name_ruling
    JOIN name_key ON name_key.key = name_ruling.value
    WHERE name_ruling.key IN (SELECT prefix || ?1 FROM kind) AND name_ruling.ruling = 'same'
)
SELECT entity.id AS entity, entity.entity_id, entity.name, entity.kind AS type, entity.articles, entity.mentions,
       entity.claims_by, entity.claims_about
FROM entity
WHERE entity.articles > 0
  AND entity.id IN (
      SELECT entity FROM meant
      UNION
      SELECT full_key.entity
      FROM meant
      JOIN name_form ON name_form.short = meant.id
      JOIN name_key AS full_key ON full_key.id = name_form.full
  )
ORDER BY entity.mentions DESC, entity.entity_id
LIMIT 50
