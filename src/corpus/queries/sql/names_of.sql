-- The names of entity ?1 with what makes them one: what people decided, else the fuller names they are short for.
SELECT COALESCE((SELECT alias FROM alias WHERE alias.name_key = name_key.id ORDER BY mentions DESC, alias LIMIT 1),
                name_key.name) AS name,
       name_key.key AS name_key,
       COALESCE((SELECT SUM(mentions) FROM alias WHERE alias.name_key = name_key.id), 0) AS mentions,
       CASE
           WHEN decision.decision_id IS NOT NULL THEN decision.verb || COALESCE(': ' || decision.reason, '')
           WHEN name_key.key = entity.key THEN 'its leading name'
           ELSE COALESCE((
               SELECT 'short for ' || group_concat(full_key.name || ' in ' || name_form.articles
                          || CASE name_form.articles WHEN 1 THEN ' article' ELSE ' articles' END, ', '
                          ORDER BY name_form.articles DESC, full_key.key)
               FROM name_form
               JOIN name_key AS full_key ON full_key.id = name_form.full
               WHERE name_form.short = name_key.id AND full_key.entity = entity.id), '')
       END AS because,
       decision.decision_id, decision.made_by
FROM entity
JOIN name_key ON name_key.entity = entity.id
LEFT JOIN name_ruling ON name_ruling.key = name_key.key AND name_ruling.ruling = 'same'
    AND name_ruling.value = (
        SELECT MIN(value) FROM name_ruling AS first WHERE first.key = name_key.key AND first.ruling = 'same')
LEFT JOIN decision ON decision.decision_id = name_ruling.decision_id
WHERE entity.id = ?1
  AND (name_key.key = entity.key OR decision.decision_id IS NOT NULL
       OR EXISTS (SELECT 1 FROM alias WHERE alias.name_key = name_key.id))
ORDER BY mentions DESC, name_key.key
