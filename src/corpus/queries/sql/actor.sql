SELECT entity_id, name, kind AS type, articles, mentions, claims_by, claims_about
FROM entity
WHERE id = ?1
