SELECT article.article_id, outlet.outlet_id, outlet.name AS outlet, article.headline, article.byline,
       article.published_on, article.language, article.genre, article.url, article.words, article.version,
       piece.article_id AS piece_id,
       CASE original.piece WHEN article.piece THEN article.article_id ELSE original.article_id END AS original_id,
       article.is_counted, article.credit, analyzer.name AS analyzer,
       (SELECT json_group_object(key, json("values") ORDER BY key)
        FROM (SELECT key, json_group_array(value ORDER BY value) AS "values" FROM article_meta
              WHERE article_meta.article = article.id GROUP BY key)) AS meta
FROM article
LEFT JOIN outlet ON outlet.id = article.outlet
JOIN analyzer ON analyzer.id = article.analyzer
JOIN reprint_group ON reprint_group.id = article.reprint_group
LEFT JOIN article AS original ON original.id = reprint_group.original
LEFT JOIN article AS piece ON piece.id = article.piece
ORDER BY article.article_id
