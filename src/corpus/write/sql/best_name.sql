-- What an entity is called: as people decided last, else by the most frequent spelling of its leading name; where no text
-- spells it out, by the name key's own. And whether people rejected it.
SELECT COALESCE(
    (SELECT name_ruling.value
     FROM name_key AS labelled
     JOIN name_ruling ON name_ruling.key = labelled.key AND name_ruling.ruling = 'label'
     JOIN decision ON decision.decision_id = name_ruling.decision_id
     WHERE labelled.entity = entity.id
     ORDER BY decision.made_at DESC, decision.decision_id DESC
     LIMIT 1),
    (SELECT alias.alias
     FROM alias
     WHERE alias.name_key = name_key.id AND alias.folded = substr(entity.key, instr(entity.key, ':') + 1)
     ORDER BY alias.mentions DESC, alias.alias
     LIMIT 1),
    name_key.name) AS name,
    EXISTS (SELECT 1 FROM name_ruling WHERE name_ruling.key = entity.key AND name_ruling.ruling = 'rejected')
        AS is_rejected
FROM entity
JOIN name_key ON name_key.key = entity.key
WHERE entity.id = ?1
