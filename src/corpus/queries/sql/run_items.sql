SELECT run_item.run, run_item.number, run_item.path, run_item.row, run_item.fate, article.article_id, run_item.reason
FROM run_item
LEFT JOIN article ON article.id = run_item.article
WHERE run_item.run = ?1 AND (?2 IS NULL OR run_item.fate = ?2)
ORDER BY run_item.number
