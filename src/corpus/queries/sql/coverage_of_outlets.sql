-- Articles with claims, and claims of each cue class, an outlet at a time. Reads every claim found.
WITH found AS MATERIALIZED ({found})
SELECT outlet, NULL AS cue_class, COUNT(DISTINCT article) AS count FROM found GROUP BY 1
UNION ALL
SELECT outlet, cue_class, COUNT(*) FROM found GROUP BY 1, 2
