SELECT text FROM reprint_key WHERE key = ?1 AND text > ?2 ORDER BY text LIMIT ?3
