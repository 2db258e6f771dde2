-- Outlets, articles and their paragraphs. Texts are immutable: an updated piece is another row.
-- Integer keys stay inside the file; public ids (text, from content) are what leaves it.

CREATE TABLE outlet (
    id        INTEGER PRIMARY KEY,
    outlet_id TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,          -- as printed; of several spellings the first by alphabet
    key       TEXT NOT NULL UNIQUE    -- folded name: what makes two spellings one outlet
) STRICT;

CREATE TABLE outlet_alias (
    key       TEXT PRIMARY KEY,       -- folded
    alias     TEXT NOT NULL,
    outlet_id INTEGER NOT NULL REFERENCES outlet (id)
) STRICT, WITHOUT ROWID;

-- What analysed a text: every machine row leads here through its article.
CREATE TABLE analyzer (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE         -- name and version: 'rules-1'
) STRICT;

-- Articles that carry one text. Every article is in a group, most are alone in theirs.
CREATE TABLE reprint_group (
    id       INTEGER PRIMARY KEY,
    text_key TEXT NOT NULL UNIQUE,    -- hash of the normalised body
    original INTEGER REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED  -- earliest by date, then id
) STRICT;

CREATE TABLE article (
    id            INTEGER PRIMARY KEY,
    article_id    TEXT NOT NULL UNIQUE,
    outlet        INTEGER REFERENCES outlet (id),
    headline      TEXT,
    headline_key  TEXT,               -- folded: versions of one piece share it
    byline        TEXT,
    byline_key    TEXT,               -- folded: --author searches it
    published_on  TEXT CHECK (published_on IS date(published_on)),
    url           TEXT,
    language      TEXT NOT NULL,      -- ISO 639-1, 'und' where it could not be told
    genre         TEXT NOT NULL,      -- news, opinion, interview, statement: as told, else as the text is written
    told_genre    TEXT,               -- what metadata or address say; of two the first by alphabet
    words         INTEGER NOT NULL,
    sketch        BLOB NOT NULL,      -- of the body's words: tells versions from a column that keeps its headline
    analyzer      INTEGER NOT NULL REFERENCES analyzer (id),
    reprint_group INTEGER NOT NULL REFERENCES reprint_group (id),
    piece         INTEGER REFERENCES article (id),  -- the first version of this piece; itself where there is one only
    version       INTEGER NOT NULL DEFAULT 1,       -- by date, then id, never by arrival
    is_counted    INTEGER NOT NULL DEFAULT 1 CHECK (is_counted IN (0, 1)) -- newest version and no reprint
) STRICT;

-- `articles`, `claims`: the pages in order of date. Unique, so that SQLite sees that claims in the order of their
-- articles need no sorting.
CREATE UNIQUE INDEX article_by_date ON article (published_on, article_id);
-- `--outlet`, `outlets`.
CREATE INDEX article_by_outlet ON article (outlet, published_on);
-- Versions: same outlet and address; same outlet and headline within a window of days.
CREATE INDEX article_by_url ON article (url) WHERE url IS NOT NULL;
CREATE INDEX article_by_headline ON article (headline_key, outlet, published_on) WHERE headline_key IS NOT NULL;
CREATE INDEX article_by_piece ON article (piece);
-- Reprints.
CREATE INDEX article_by_reprint_group ON article (reprint_group, published_on, article_id);
-- `reanalyze`: what an older analyzer made.
CREATE INDEX article_by_analyzer ON article (analyzer);

CREATE TABLE article_meta (
    article INTEGER NOT NULL REFERENCES article (id),
    key     TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (article, key, value)
) STRICT, WITHOUT ROWID;
-- `--meta key=value`.
CREATE INDEX article_meta_by_value ON article_meta (key, value, article);

CREATE TABLE paragraph (
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again, so that the search index knows what is new
    article INTEGER NOT NULL REFERENCES article (id),
    number  INTEGER NOT NULL,         -- 0 is the headline, the text begins at 1
    kind    TEXT NOT NULL CHECK (kind IN ('headline', 'body', 'heading', 'caption', 'boilerplate', 'repeat')),
    text    TEXT NOT NULL,
    UNIQUE (article, number)
) STRICT;
