-- Each place once, with the first run that met it.
SELECT MIN(run_item.run) AS run, run_item.path, run_item.row
FROM run_item
WHERE run_item.article = ?1
GROUP BY run_item.path, run_item.row
ORDER BY run, run_item.path, run_item.row
