SELECT text_b FROM reprint_link WHERE text_a = ?1
UNION ALL
SELECT text_a FROM reprint_link WHERE text_b = ?1
