SELECT run.id AS run, run.started_at, run.finished_at, run.command,
       COUNT(*) FILTER (WHERE run_item.fate = 'new') AS new,
       COUNT(*) FILTER (WHERE run_item.fate = 'version') AS version,
       COUNT(*) FILTER (WHERE run_item.fate = 'reprint') AS reprint,
       COUNT(*) FILTER (WHERE run_item.fate = 'unchanged') AS unchanged,
       COUNT(*) FILTER (WHERE run_item.fate = 'failed') AS failed,
       run.program
FROM run
LEFT JOIN run_item ON run_item.run = run.id
GROUP BY run.id
ORDER BY run.id DESC
