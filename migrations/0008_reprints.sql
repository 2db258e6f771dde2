-- Near-duplicates. Articles whose words are equal share a text_key; texts that carry each other's words are linked, and
-- a reprint group is what links join. reprint_group.text_key is now the smallest of its texts, in hexadecimal digits.

ALTER TABLE outlet ADD COLUMN is_agency INTEGER NOT NULL DEFAULT 0 CHECK (is_agency IN (0, 1)); -- a news agency: of one text the original

ALTER TABLE article ADD COLUMN text_key INTEGER; -- hash of its words: equal in equal texts; empty until grouped
ALTER TABLE article ADD COLUMN credit TEXT;      -- agencies that the text credits, in its order, parted by '; '
-- Articles with the words of a text.
CREATE INDEX article_by_text ON article (text_key);
-- What an older program stored: its groups are made when the file is next opened for writing.
CREATE INDEX article_without_text ON article (id) WHERE text_key IS NULL;

ALTER TABLE paragraph ADD COLUMN text_key INTEGER; -- hash of its words; empty for short ones and for what is no running text
-- Paragraphs carried over from another article.
CREATE INDEX paragraph_by_text ON paragraph (text_key, article) WHERE text_key IS NOT NULL;

-- A bucket for each key: a run of five words, of which a text has the 32 with the smallest hashes. In a bucket texts
-- stand in the order of their hashes, and each meets only those next to it, however many there are.
CREATE TABLE reprint_key (
    key  INTEGER NOT NULL,
    text INTEGER NOT NULL,              -- article.text_key
    PRIMARY KEY (key, text)
) STRICT, WITHOUT ROWID;

-- Texts that meet in two buckets or more and carry each other's words.
CREATE TABLE reprint_link (
    text_a   INTEGER NOT NULL,
    text_b   INTEGER NOT NULL,          -- the larger of the two
    meetings INTEGER NOT NULL CHECK (meetings > 1), -- in how many buckets they meet
    PRIMARY KEY (text_a, text_b)
) STRICT, WITHOUT ROWID;
-- Groups: the links of a text from its other side.
CREATE INDEX reprint_link_by_b ON reprint_link (text_b, text_a);

DROP VIEW v_article;
CREATE VIEW v_article AS
SELECT article.article_id, outlet.name AS outlet, article.headline, article.byline, article.published_on,
       article.language, article.genre, article.url, article.words, article.version,
       piece.article_id AS piece_id,
       CASE original.piece WHEN article.piece THEN article.article_id ELSE original.article_id END AS original_id,
       article.is_counted, article.credit, analyzer.name AS analyzer,
       (SELECT COUNT(*) FROM claim WHERE claim.article = article.id AND claim.is_listed) AS claims
FROM article
LEFT JOIN outlet ON outlet.id = article.outlet
JOIN analyzer ON analyzer.id = article.analyzer
JOIN reprint_group ON reprint_group.id = article.reprint_group
LEFT JOIN article AS original ON original.id = reprint_group.original
LEFT JOIN article AS piece ON piece.id = article.piece;
