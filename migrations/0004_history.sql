-- What was done: runs of the program, and people's decisions. Neither is derived from texts.

CREATE TABLE run (
    id          INTEGER PRIMARY KEY,
    started_at  TEXT NOT NULL,          -- UTC, RFC 3339
    finished_at TEXT,                   -- empty: the run was cut short
    command     TEXT NOT NULL,          -- ingest or reanalyze
    options     TEXT NOT NULL,          -- JSON, so that --retry repeats them
    program     TEXT NOT NULL           -- version of sayso
) STRICT;

CREATE TABLE run_item (
    run     INTEGER NOT NULL REFERENCES run (id),
    number  INTEGER NOT NULL,           -- in the order of the input
    path    TEXT NOT NULL,              -- '-' is standard input
    row     INTEGER,                    -- of a table or JSONL file, from 1; empty for a whole file
    fate    TEXT NOT NULL CHECK (fate IN ('new', 'unchanged', 'version', 'reprint', 'failed')),
    article INTEGER REFERENCES article (id),
    reason  TEXT,                       -- why it failed, or what was noticed
    PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;
-- `show`: every place one text came from.
CREATE INDEX run_item_by_article ON run_item (article) WHERE article IS NOT NULL;

-- People's decisions, append-only: a decision is never changed, only revoked by a later one.
CREATE TABLE decision (
    id          INTEGER PRIMARY KEY,
    decision_id TEXT NOT NULL UNIQUE,
    made_at     TEXT NOT NULL,          -- UTC, RFC 3339
    made_by     TEXT NOT NULL,
    verb        TEXT NOT NULL,          -- merge, distinct, rename, reject, accept, edit, add, set, tag, note, undo, …
    subject     TEXT NOT NULL,          -- public id
    object      TEXT,                   -- public id, where the verb joins two things
    field       TEXT,
    value       TEXT,
    anchor      TEXT NOT NULL,          -- JSON: the names or words decided upon, so that the decision finds them again
    reason      TEXT,
    revokes     TEXT                    -- decision_id; that decision may still be on its way
) STRICT;
CREATE INDEX decision_by_subject ON decision (subject);
CREATE INDEX decision_by_object ON decision (object) WHERE object IS NOT NULL;

-- What the decisions in force come to for names. Keys need not be in any text yet.
CREATE TABLE name_ruling (
    key         TEXT NOT NULL,          -- a name key
    ruling      TEXT NOT NULL CHECK (ruling IN ('same', 'distinct', 'label', 'rejected')),
    value       TEXT NOT NULL,          -- the other name key; the label; empty
    decision_id TEXT NOT NULL REFERENCES decision (decision_id),
    PRIMARY KEY (key, ruling, value)
) STRICT, WITHOUT ROWID;

-- Where decisions on claims and articles stand; a decision whose words are not there has no target.
CREATE TABLE ruling (
    decision_id TEXT NOT NULL REFERENCES decision (decision_id),
    kind        TEXT NOT NULL CHECK (kind IN ('claim', 'article')),
    article_id  TEXT NOT NULL,          -- public id: the article may come later
    target      INTEGER,                -- row of the claim or article
    PRIMARY KEY (decision_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ruling_by_article ON ruling (article_id);
CREATE INDEX ruling_by_target ON ruling (kind, target) WHERE target IS NOT NULL;

-- What the analysis or the input said where a person's word stands now, so that undoing gives it back.
CREATE TABLE machine_value (
    kind   TEXT NOT NULL CHECK (kind IN ('claim', 'article')),
    target INTEGER NOT NULL,            -- row of the claim or article
    field  TEXT NOT NULL,
    value  ANY,
    PRIMARY KEY (kind, target, field)
) STRICT, WITHOUT ROWID;
