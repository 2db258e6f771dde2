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
    verb        TEXT NOT NULL,          -- merge, distinct, rename, reject, accept, edit, add, alias, set, tag, note, remove, undo
    subject     TEXT NOT NULL,          -- public id
    object      TEXT,                   -- public id, where the verb joins two things
    field       TEXT,
    value       TEXT,                   -- JSON
    anchor      TEXT,                   -- JSON: the words decided upon, so that the decision finds them again
    reason      TEXT,
    revokes     TEXT REFERENCES decision (decision_id)
) STRICT;
CREATE INDEX decision_by_subject ON decision (subject);
