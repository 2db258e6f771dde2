-- Reads every article and claim: an overview of the whole corpus.
SELECT outlet.outlet_id, outlet.name,
       (SELECT json_group_array(alias ORDER BY alias) FROM outlet_alias
        WHERE outlet_alias.outlet_id = outlet.id) AS aliases,
       COUNT(article.id) FILTER (WHERE article.is_counted) AS articles,
       COUNT(article.id) FILTER (WHERE NOT article.is_counted) AS reprints,
       COALESCE(SUM((SELECT COUNT(*) FROM claim WHERE claim.article = article.id AND claim.is_listed))
           FILTER (WHERE article.is_counted), 0) AS claims,
       MIN(article.published_on) AS first_on, MAX(article.published_on) AS last_on
FROM outlet
LEFT JOIN article ON article.outlet = outlet.id
WHERE outlet.key NOT IN (SELECT key FROM outlet_alias)
GROUP BY outlet.id
ORDER BY outlet.key
