-- Claims: an actor's content in an article, with every part a span.

CREATE TABLE claim (
    id           INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again, so that the search index knows what is new
    claim_id     TEXT NOT NULL UNIQUE,  -- from its article and spans, whatever model found it
    article      INTEGER NOT NULL REFERENCES article (id),
    paragraph    INTEGER NOT NULL REFERENCES paragraph (id),  -- where its content begins
    ordinal      INTEGER NOT NULL,      -- its place among the article's claims, by span
    speaker_kind TEXT NOT NULL CHECK (speaker_kind IN ('named', 'author', 'anonymous', 'unknown')),
    speaker      INTEGER REFERENCES name_key (id),
    source       TEXT NOT NULL,         -- pieces joined by ' … '; empty where the text names nobody
    cue          TEXT NOT NULL,
    content      TEXT NOT NULL,
    form         TEXT NOT NULL CHECK (form IN ('direct', 'mixed', 'indirect', 'narrated')),
    cue_class    TEXT NOT NULL,
    polarity     TEXT NOT NULL CHECK (polarity IN ('affirmed', 'negated')),
    score        REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    verdict      TEXT CHECK (verdict IN ('accepted', 'rejected', 'edited', 'added')), -- of people; empty: none yet
    -- 0 for what people rejected, for what the author of a news piece asserts, and for a quotation that nobody is named
    -- for (its score is 0): lists and counts leave that out.
    is_listed    INTEGER NOT NULL CHECK (is_listed IN (0, 1)),
    UNIQUE (article, ordinal),
    CHECK ((speaker_kind = 'named') = (speaker IS NOT NULL))
) STRICT;
-- `claims --actor`, `actor`.
CREATE INDEX claim_by_speaker ON claim (speaker, article, ordinal) WHERE speaker IS NOT NULL;

CREATE TABLE claim_span (
    claim     INTEGER NOT NULL REFERENCES claim (id),
    role      TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content')),
    piece     INTEGER NOT NULL,         -- 0, 1, … in the order of the text
    paragraph INTEGER NOT NULL REFERENCES paragraph (id),
    start     INTEGER NOT NULL,         -- Unicode characters into the paragraph, end excluded
    "end"     INTEGER NOT NULL,
    PRIMARY KEY (claim, role, piece)
) STRICT, WITHOUT ROWID;

-- Whom a claim is about or addressed to. The speaker is repeated so that "A about B" is one look-up.
CREATE TABLE claim_entity (
    name_key INTEGER NOT NULL REFERENCES name_key (id),
    role     TEXT NOT NULL CHECK (role IN ('about', 'addressee')),
    speaker  INTEGER NOT NULL,          -- name_key.id, 0 where the claim has no named speaker
    claim    INTEGER NOT NULL REFERENCES claim (id),
    PRIMARY KEY (name_key, role, speaker, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_entity_by_claim ON claim_entity (claim, role, name_key);
