-- The actors that articles ?1 and ?2 both name, those spoken of most first.
SELECT entity.entity_id, entity.name, entity.kind AS type, one.mentions AS mentions_a, one.claims_by AS claims_by_a,
       other.mentions AS mentions_b, other.claims_by AS claims_by_b
FROM (
    SELECT name_key.entity, SUM(mentions) AS mentions, SUM(claims_by) AS claims_by
    FROM article_name JOIN name_key ON name_key.id = article_name.name_key
    WHERE article_name.article = ?1
    GROUP BY name_key.entity
) AS one
JOIN (
    SELECT name_key.entity, SUM(mentions) AS mentions, SUM(claims_by) AS claims_by
    FROM article_name JOIN name_key ON name_key.id = article_name.name_key
    WHERE article_name.article = ?2
    GROUP BY name_key.entity
) AS other ON other.entity = one.entity
JOIN entity ON entity.id = one.entity AND NOT entity.is_rejected
ORDER BY min(one.mentions, other.mentions) DESC, one.mentions + other.mentions DESC, entity.entity_id
