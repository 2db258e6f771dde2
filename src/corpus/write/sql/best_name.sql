-- What an entity is called: as people decided last; a person by the most frequent full name, anything else by the most
-- frequent spelling of its leading name; where no text spells it out, by the name key's own. And whether people rejected it.
SELECT COALESCE(
    (SELECT name_ruling.value
     FROM name_key AS labelled
     JOIN name_ruling ON name_ruling.key = labelled.key AND name_ruling.ruling = 'label'
     JOIN decision ON decision.decision_id = name_ruling.decision_id
     WHERE labelled.entity = entity.id
     ORDER BY decision.made_at DESC, decision.decision_id DESC
     LIMIT 1),
    -- A person by the most frequent of all full names.
    (SELECT alias.alias
     FROM name_key AS named
     JOIN alias ON alias.name_key = named.id
     JOIN name_key AS spelled ON spelled.key = 'person:' || alias.folded AND spelled.entity = entity.id
     WHERE entity.kind = 'person' AND named.entity = entity.id AND instr(alias.folded, ' ') > 0
     GROUP BY alias.alias
     ORDER BY SUM(alias.mentions) DESC, alias.alias
     LIMIT 1),
    (SELECT alias.alias
     FROM alias
     WHERE alias.name_key = name_key.id AND instr(entity.key || '/', ':' || alias.folded || '/') > 0
     ORDER BY alias.mentions DESC, alias.alias
     LIMIT 1),
    name_key.name) AS name,
    EXISTS (SELECT 1 FROM name_ruling WHERE name_ruling.key = entity.key AND name_ruling.ruling = 'rejected')
        AS is_rejected
FROM entity
JOIN name_key ON name_key.key = entity.key
WHERE entity.id = ?1
