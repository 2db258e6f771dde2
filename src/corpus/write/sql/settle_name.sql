-- A name key, its entity, and the one entity that all its fuller names lead to, if there is just one.
SELECT name_key.key, name_key.name, name_key.entity,
       (SELECT CASE WHEN COUNT(*) = 1 THEN MAX(fuller.entity) END
        FROM (SELECT DISTINCT full_key.entity
              FROM name_form
              JOIN name_key AS full_key ON full_key.id = name_form.full
              WHERE name_form.short = name_key.id
              LIMIT 2) AS fuller) AS of_fuller
FROM name_key
WHERE name_key.id = ?1
