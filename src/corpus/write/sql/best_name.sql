-- The most frequent spelling of an entity's leading name; where no text spells it out, the name key's own.
SELECT COALESCE(
    (SELECT alias.alias
     FROM alias
     WHERE alias.name_key = name_key.id AND alias.folded = substr(entity.key, instr(entity.key, ':') + 1)
     ORDER BY alias.mentions DESC, alias.alias
     LIMIT 1),
    name_key.name)
FROM entity
JOIN name_key ON name_key.key = entity.key
WHERE entity.id = ?1
