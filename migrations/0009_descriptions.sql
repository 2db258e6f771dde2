-- What texts call people and organisations besides naming them: titles, appositions, predicates, roles that lead back to a
-- name. They lead to name keys, as mentions do, and are made again with the other findings of their article.

CREATE TABLE description (
    paragraph INTEGER NOT NULL REFERENCES paragraph (id),
    start     INTEGER NOT NULL,         -- Unicode characters into the paragraph, end excluded
    "end"     INTEGER NOT NULL,
    text      TEXT NOT NULL,            -- equals the paragraph at that span; without article
    folded    TEXT NOT NULL,            -- what makes two spellings one description
    kind      TEXT NOT NULL CHECK (kind IN ('title', 'apposition', 'predicate', 'nominal')),
    name_key  INTEGER NOT NULL REFERENCES name_key (id),
    PRIMARY KEY (paragraph, start, "end", name_key)
) STRICT, WITHOUT ROWID;
-- `actor`: how an actor is described.
CREATE INDEX description_by_name ON description (name_key, folded, paragraph);

CREATE VIEW v_description AS
SELECT article.article_id, outlet.name AS outlet, article.published_on, paragraph.number AS paragraph,
       description.start, description."end", description.text, description.kind, entity.entity_id,
       entity.name AS entity, article.is_counted
FROM description
JOIN paragraph ON paragraph.id = description.paragraph
JOIN article ON article.id = paragraph.article
JOIN name_key ON name_key.id = description.name_key
JOIN entity ON entity.id = name_key.entity
LEFT JOIN outlet ON outlet.id = article.outlet;

-- The tags in force, by folded word, so that lists can be narrowed to them. Where tags of claims and articles stand is told
-- by `ruling`; the tag of an actor is on a name key.
CREATE TABLE tag (
    word        TEXT NOT NULL,          -- folded
    decision_id TEXT NOT NULL REFERENCES decision (decision_id),
    key         TEXT,                   -- name key, where an actor is tagged
    PRIMARY KEY (word, decision_id)
) STRICT, WITHOUT ROWID;
