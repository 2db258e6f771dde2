WITH fuller AS (
    SELECT name_form.short, COUNT(DISTINCT full_key.entity) AS entities, MIN(full_key.entity) AS entity
    FROM name_form
    JOIN name_key AS full_key ON full_key.id = name_form.full
    WHERE name_form.articles > 1
       OR NOT EXISTS (SELECT 1 FROM name_form AS usual WHERE usual.short = name_form.short AND usual.articles >= 10)
    GROUP BY name_form.short
)
SELECT name_key.key AS subject, 'it leads to ' || entity.name || ', which its fuller names do not bear out' AS detail
FROM name_key
JOIN entity ON entity.id = name_key.entity
LEFT JOIN fuller ON fuller.short = name_key.id
WHERE CASE fuller.entities WHEN 1 THEN name_key.entity <> fuller.entity ELSE entity.key <> name_key.key END
  AND NOT EXISTS (SELECT 1 FROM name_ruling WHERE name_ruling.key = name_key.key AND ruling IN ('same', 'distinct'))
UNION ALL
SELECT one.key, 'people decided that it is one with ' || other.key || ', and it is not'
FROM name_ruling
JOIN name_key AS one ON one.key = name_ruling.key
JOIN name_key AS other ON other.key = name_ruling.value
WHERE name_ruling.ruling = 'same' AND one.entity <> other.entity
