WITH found AS (
    SELECT mention.name_key, mention.text AS alias, COUNT(*) AS mentions
    FROM article
    JOIN paragraph ON paragraph.article = article.id
    JOIN mention ON mention.paragraph = paragraph.id
    WHERE article.is_counted AND mention.kind = 'name'
    GROUP BY mention.name_key, mention.text
)
SELECT name_key.key AS subject, '"' || alias.alias || '" is counted ' || alias.mentions || ' times' AS detail
FROM alias
JOIN name_key ON name_key.id = alias.name_key
LEFT JOIN found ON found.name_key = alias.name_key AND found.alias = alias.alias
WHERE alias.mentions IS NOT found.mentions
UNION ALL
SELECT name_key.key, '"' || found.alias || '" is missing'
FROM found
JOIN name_key ON name_key.id = found.name_key
LEFT JOIN alias ON alias.name_key = found.name_key AND alias.alias = found.alias
WHERE alias.alias IS NULL
