-- Who and what is named. A mention leads to a name key of its piece; one small table leads from name keys to
-- entities and is read at query time, so that a new rival ("a second Clinton") changes one row and no mention.

CREATE TABLE entity (
    id           INTEGER PRIMARY KEY,
    entity_id    TEXT NOT NULL UNIQUE,  -- from its leading name key
    key          TEXT NOT NULL UNIQUE,  -- that name key
    name         TEXT NOT NULL,         -- the most frequent spelling of that name
    folded       TEXT NOT NULL,         -- for search and order
    kind         TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'place', 'group', 'event', 'other')),
    -- Counts over counted articles; `check` counts again.
    articles     INTEGER NOT NULL DEFAULT 0,
    mentions     INTEGER NOT NULL DEFAULT 0,
    claims_by    INTEGER NOT NULL DEFAULT 0,
    claims_about INTEGER NOT NULL DEFAULT 0,
    is_rejected  INTEGER NOT NULL DEFAULT 0 CHECK (is_rejected IN (0, 1)) -- people decided that it is no actor
) STRICT;

-- `actors`: pages in each order.
CREATE INDEX entity_by_articles ON entity (articles DESC, mentions DESC, entity_id);
CREATE INDEX entity_by_mentions ON entity (mentions DESC, entity_id);
CREATE INDEX entity_by_claims_by ON entity (claims_by DESC, entity_id);
CREATE INDEX entity_by_claims_about ON entity (claims_about DESC, entity_id);
CREATE INDEX entity_by_name ON entity (folded, entity_id);

CREATE TABLE name_key (
    id     INTEGER PRIMARY KEY,
    key    TEXT NOT NULL UNIQUE,        -- kind and folded name: 'person:sergey lavrov'
    name   TEXT NOT NULL,               -- a spelling, for where no mention has one; the first by alphabet
    entity INTEGER NOT NULL REFERENCES entity (id)
) STRICT;
CREATE INDEX name_key_by_entity ON name_key (entity);

-- Evidence that a shorter name can stand for a fuller one: 'person:lavrov' for 'person:sergey lavrov', an acronym
-- for its expansion. A shorter name belongs to an entity while all its fuller names do; else it stands alone.
CREATE TABLE name_form (
    short    INTEGER NOT NULL REFERENCES name_key (id),
    full     INTEGER NOT NULL REFERENCES name_key (id),
    articles INTEGER NOT NULL,          -- how many say so
    PRIMARY KEY (short, full)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_form_by_full ON name_form (full, short);

-- Which article says so, so that its evidence goes when its analysis does.
CREATE TABLE article_form (
    article INTEGER NOT NULL REFERENCES article (id),
    short   INTEGER NOT NULL REFERENCES name_key (id),
    full    INTEGER NOT NULL REFERENCES name_key (id),
    PRIMARY KEY (article, short, full)
) STRICT, WITHOUT ROWID;

-- The spellings of a name key, and how often counted articles use each.
CREATE TABLE alias (
    name_key INTEGER NOT NULL REFERENCES name_key (id),
    alias    TEXT NOT NULL,
    folded   TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (name_key, alias)
) STRICT, WITHOUT ROWID;
-- Names typed by people: whole, and word by word.
CREATE INDEX alias_by_folded ON alias (folded, name_key);

CREATE TABLE mention (
    paragraph  INTEGER NOT NULL REFERENCES paragraph (id),
    start      INTEGER NOT NULL,        -- Unicode characters into the paragraph, end excluded
    "end"      INTEGER NOT NULL,
    text       TEXT NOT NULL,           -- equals the paragraph at that span
    kind       TEXT NOT NULL CHECK (kind IN ('name', 'nominal', 'pronoun')),
    name_key   INTEGER NOT NULL REFERENCES name_key (id),
    PRIMARY KEY (paragraph, start, "end", name_key)
) STRICT, WITHOUT ROWID;
-- `crossref`: paragraphs that mention an actor.
CREATE INDEX mention_by_name ON mention (name_key, paragraph);

-- One row for each name key of an article: what `actors`, `crossref` and all counts read.
CREATE TABLE article_name (
    name_key     INTEGER NOT NULL REFERENCES name_key (id),
    article      INTEGER NOT NULL REFERENCES article (id),
    mentions     INTEGER NOT NULL,
    claims_by    INTEGER NOT NULL,
    claims_about INTEGER NOT NULL,
    PRIMARY KEY (name_key, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_name_by_article ON article_name (article);
