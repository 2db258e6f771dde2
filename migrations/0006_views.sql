-- Flat views for people who write SQL: public ids only, no joins needed. `sayso schema` documents their columns.
-- is_counted is 1 for the newest version of a piece that is no reprint: what every count of sayso counts.

CREATE VIEW v_article AS
SELECT article.article_id, outlet.name AS outlet, article.headline, article.byline, article.published_on,
       article.language, article.genre, article.url, article.words, article.version,
       piece.article_id AS piece_id, original.article_id AS original_id, article.is_counted,
       analyzer.name AS analyzer,
       (SELECT COUNT(*) FROM claim WHERE claim.article = article.id AND claim.is_listed) AS claims
FROM article
LEFT JOIN outlet ON outlet.id = article.outlet
JOIN analyzer ON analyzer.id = article.analyzer
JOIN reprint_group ON reprint_group.id = article.reprint_group
LEFT JOIN article AS original ON original.id = reprint_group.original
LEFT JOIN article AS piece ON piece.id = article.piece;

CREATE VIEW v_paragraph AS
SELECT article.article_id, paragraph.number, paragraph.kind, paragraph.text
FROM paragraph
JOIN article ON article.id = paragraph.article;

CREATE VIEW v_actor AS
SELECT entity_id, name, kind AS type, articles, mentions, claims_by, claims_about, is_rejected
FROM entity;

CREATE VIEW v_alias AS
SELECT entity.entity_id, entity.name, alias.alias, alias.mentions
FROM alias
JOIN name_key ON name_key.id = alias.name_key
JOIN entity ON entity.id = name_key.entity;

CREATE VIEW v_mention AS
SELECT article.article_id, paragraph.number AS paragraph, mention.start, mention."end", mention.text, mention.kind,
       entity.entity_id, entity.name AS entity
FROM mention
JOIN paragraph ON paragraph.id = mention.paragraph
JOIN article ON article.id = paragraph.article
JOIN name_key ON name_key.id = mention.name_key
JOIN entity ON entity.id = name_key.entity;

CREATE VIEW v_claim AS
SELECT claim.claim_id, article.article_id, outlet.name AS outlet, article.published_on, article.headline,
       paragraph.number AS paragraph, claim.speaker_kind,
       CASE claim.speaker_kind WHEN 'named' THEN entity.name WHEN 'author' THEN article.byline END AS speaker,
       entity.entity_id AS speaker_id, claim.source, claim.cue, claim.cue_class, claim.content, claim.form,
       claim.polarity, claim.score, claim.verdict, claim.is_listed, article.is_counted, analyzer.name AS analyzer
FROM claim
JOIN article ON article.id = claim.article
JOIN paragraph ON paragraph.id = claim.paragraph
JOIN analyzer ON analyzer.id = article.analyzer
LEFT JOIN outlet ON outlet.id = article.outlet
LEFT JOIN name_key ON name_key.id = claim.speaker
LEFT JOIN entity ON entity.id = name_key.entity;

CREATE VIEW v_claim_about AS
SELECT claim.claim_id, claim_entity.role, entity.entity_id, entity.name
FROM claim_entity
JOIN claim ON claim.id = claim_entity.claim
JOIN name_key ON name_key.id = claim_entity.name_key
JOIN entity ON entity.id = name_key.entity;
