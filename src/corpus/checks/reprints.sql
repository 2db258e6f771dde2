WITH RECURSIVE
ranked AS (
    SELECT article.id, article.reprint_group,
           row_number() OVER (
               PARTITION BY article.reprint_group
               ORDER BY article.is_removed, COALESCE(outlet.is_agency, 0) DESC, article.published_on IS NULL, article.published_on,
                        article.words DESC, article.article_id
           ) AS place
    FROM article
    LEFT JOIN outlet ON outlet.id = article.outlet
),
-- Articles whose words are not exactly the original's: some link must lead to each.
other AS (
    SELECT article.article_id, article.text_key, article.reprint_group, original.text_key AS original_text
    FROM article
    JOIN reprint_group ON reprint_group.id = article.reprint_group
    JOIN article AS original ON original.id = reprint_group.original
    WHERE article.text_key <> original.text_key
),
reached AS (
    SELECT reprint_group, original_text AS text FROM other
    UNION
    SELECT reached.reprint_group, link.other
    FROM reached
    JOIN (
        SELECT text_a AS one, text_b AS other FROM reprint_link
        UNION ALL
        SELECT text_b, text_a FROM reprint_link
    ) AS link ON link.one = reached.text
)
SELECT article_id AS subject, 'the original of its reprint group is another' AS detail
FROM ranked
JOIN article USING (id)
JOIN reprint_group ON reprint_group.id = ranked.reprint_group
WHERE ranked.place = 1 AND reprint_group.original IS NOT ranked.id
UNION ALL
SELECT other.article_id, 'no link joins it to the original of its reprint group'
FROM other
LEFT JOIN reached ON reached.reprint_group = other.reprint_group AND reached.text = other.text_key
WHERE reached.text IS NULL
UNION ALL
SELECT article.article_id, 'an article with its very words is in another reprint group'
FROM article
JOIN article AS copy ON copy.text_key = article.text_key AND copy.reprint_group <> article.reprint_group
UNION ALL
SELECT article.article_id, 'an article that carries its words is in another reprint group'
FROM reprint_link
JOIN article ON article.text_key = reprint_link.text_a
JOIN article AS copy ON copy.text_key = reprint_link.text_b AND copy.reprint_group <> article.reprint_group
UNION ALL
SELECT article_id, 'its words have not been compared with others'' words'
FROM article
WHERE text_key IS NULL
