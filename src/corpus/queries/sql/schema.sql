SELECT object.type AS relation, object.name, field.name AS column, field.type, '' AS description,
       object.sql AS definition
FROM sqlite_schema AS object
JOIN pragma_table_xinfo(object.name) AS field
WHERE object.type IN ('table', 'view')
  AND object.name NOT LIKE 'sqlite_%' AND object.name NOT LIKE '%\_search%' ESCAPE '\'
ORDER BY object.type DESC, object.name, field.cid
