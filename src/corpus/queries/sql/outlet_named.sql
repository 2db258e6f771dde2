SELECT outlet_id AS id FROM outlet_alias WHERE key = ?1
UNION ALL
SELECT id FROM outlet WHERE key = ?1
LIMIT 1
