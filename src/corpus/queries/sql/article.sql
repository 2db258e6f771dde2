SELECT article.article_id, outlet.name AS outlet, article.headline, article.byline, article.published_on,
       article.language, article.genre, article.url, article.words,
       (SELECT COUNT(*) FROM claim WHERE claim.article = article.id AND claim.is_listed) AS claims,
       article.version,
       (SELECT COUNT(*) FROM article AS copy
        WHERE copy.reprint_group = article.reprint_group AND copy.piece <> article.piece) AS reprints,
       article.credit
FROM article
LEFT JOIN outlet ON outlet.id = article.outlet
WHERE article.id = ?1
