SELECT id, name FROM outlet WHERE key = ?1
