SELECT alias.alias, SUM(alias.mentions) AS mentions
FROM name_key
JOIN alias ON alias.name_key = name_key.id
WHERE name_key.entity = ?1
GROUP BY alias.alias
ORDER BY mentions DESC, alias.alias
