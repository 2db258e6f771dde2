SELECT entity_id AS node_id, name, kind AS type FROM entity WHERE id = ?1
