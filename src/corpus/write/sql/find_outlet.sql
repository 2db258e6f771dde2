SELECT id, name FROM outlet WHERE key = ?1
UNION ALL
SELECT outlet.id, outlet.name FROM outlet_alias JOIN outlet ON outlet.id = outlet_alias.outlet_id
WHERE outlet_alias.key = ?1
LIMIT 1
