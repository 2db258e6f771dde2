SELECT outlet_id AS node_id, name, 'outlet' AS type FROM outlet WHERE id = ?1
