SELECT text FROM reprint_key WHERE key = ?1 ORDER BY text LIMIT ?2
