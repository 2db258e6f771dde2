-- How actor ?1 is described in counted articles: one row for all spellings of the same words, shown as most often spelled.
WITH said AS (
    SELECT description.folded, description.text, article.id AS article, article.outlet, article.published_on
    FROM name_key
    CROSS JOIN description ON description.name_key = name_key.id
    JOIN paragraph ON paragraph.id = description.paragraph
    JOIN article ON article.id = paragraph.article AND article.is_counted
    WHERE name_key.entity = ?1
),
spelling AS (
    SELECT folded, text, row_number() OVER (PARTITION BY folded ORDER BY COUNT(*) DESC, text) AS place
    FROM said
    GROUP BY folded, text
)
SELECT spelling.text AS description, COUNT(*) AS mentions, COUNT(DISTINCT said.article) AS articles,
       json_group_array(DISTINCT outlet.name ORDER BY outlet.name) FILTER (WHERE outlet.name IS NOT NULL) AS outlets,
       MIN(said.published_on) AS first_on, MAX(said.published_on) AS last_on
FROM said
JOIN spelling ON spelling.folded = said.folded AND spelling.place = 1
LEFT JOIN outlet ON outlet.id = said.outlet
GROUP BY said.folded
ORDER BY articles DESC, mentions DESC, said.folded
