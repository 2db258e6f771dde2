-- Reads every claim found. A day and group at a time: periods are made of days by whoever reads this.
WITH found AS ({found})
SELECT published_on, {row} AS "row", {kind} AS kind, COUNT(*) AS claims, COUNT(DISTINCT article) AS articles
FROM found
GROUP BY 1, 2, 3
