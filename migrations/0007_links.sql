-- What claims have to do with each other. Only listed claims of counted articles meet: a reprint echoes nothing. All of
-- this follows in the transaction that counts an article or ceases to; `link --rebuild` makes it from nothing.

-- The keys through which a claim meets others, as they were when it was let in, and the vector of its content.
CREATE TABLE claim_statement (
    claim  INTEGER PRIMARY KEY REFERENCES claim (id),
    vector BLOB NOT NULL,               -- a signed byte a component; empty where no encoder read the claim
    place  INTEGER,                     -- its place in every bucket: day of publication, then hash; empty while not let in
    keys   BLOB,                        -- eight bytes a key
    gist   BLOB                         -- hashes and weights of its words, to tell at a glance that two have nothing in common
) STRICT;

-- A bucket for each key: a run of quoted words (the lowest bit is 1), a rare word, two words. In the order of
-- days; a claim is compared with the nearest on either side, so that one more claim costs the same however many there are. No
-- foreign key: a claim leads to its rows here through claim_statement.keys, and an index for the other way would be as
-- large as the table.
CREATE TABLE claim_key (
    key   INTEGER NOT NULL,
    place INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    PRIMARY KEY (key, place, claim)
) STRICT, WITHOUT ROWID;

-- Echoes and disputes. A dispute of one actor with itself, on another day, is a shift: who is who is asked when reading.
CREATE TABLE claim_link (
    claim_a  INTEGER NOT NULL REFERENCES claim (id),
    claim_b  INTEGER NOT NULL REFERENCES claim (id),  -- of two rows the later one
    relation TEXT NOT NULL CHECK (relation IN ('echo', 'dispute')),
    rule     TEXT NOT NULL,
    score    REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    reason   TEXT NOT NULL,
    meetings INTEGER,                   -- through how many keys the two meet; empty where the text of one article links them
    verdict  TEXT CHECK (verdict IN ('accepted', 'rejected', 'added')),
    PRIMARY KEY (claim_a, claim_b),
    CHECK (claim_a < claim_b)
) STRICT, WITHOUT ROWID;
-- `show`, clusters: the links of a claim from its other side.
CREATE INDEX claim_link_by_b ON claim_link (claim_b, claim_a);
-- `disputes`: the first page.
CREATE INDEX claim_link_by_score ON claim_link (relation, score DESC, claim_a, claim_b);

-- People's decisions on links, by the articles of the two claims.
CREATE TABLE link_ruling (
    decision_id TEXT PRIMARY KEY REFERENCES decision (decision_id),
    article_a   TEXT NOT NULL,          -- public ids: the articles may come later
    article_b   TEXT NOT NULL,
    is_placed   INTEGER NOT NULL DEFAULT 0 CHECK (is_placed IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX link_ruling_by_a ON link_ruling (article_a);
CREATE INDEX link_ruling_by_b ON link_ruling (article_b);

-- Claims joined by echoes, directly or through others.
CREATE TABLE echo_cluster (
    id       INTEGER PRIMARY KEY,
    key      TEXT NOT NULL UNIQUE,      -- public id of its first claim, by date, then article and place in it
    claims   INTEGER NOT NULL,
    articles INTEGER NOT NULL,          -- independent pieces: neither reprints nor replaced versions
    outlets  INTEGER NOT NULL,
    first_on TEXT,
    last_on  TEXT
) STRICT;
-- `echoes`: the widest spread first.
CREATE INDEX echo_cluster_by_spread ON echo_cluster (articles DESC, outlets DESC, key);

-- Deferred: clusters follow when a transaction ends, after claims have come and gone.
CREATE TABLE echo_member (
    claim   INTEGER PRIMARY KEY REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    cluster INTEGER NOT NULL REFERENCES echo_cluster (id)
) STRICT;
CREATE INDEX echo_member_by_cluster ON echo_member (cluster, claim);

-- Links as they are read: the earlier claim first, a dispute of an actor with itself a shift. Refused links are left out,
-- and so is what one actor says on one day against itself: that is a manner of speaking.
CREATE VIEW link AS
SELECT claim_a, claim_b,
       CASE WHEN is_in_order THEN claim_a ELSE claim_b END AS earlier,
       CASE WHEN is_in_order THEN claim_b ELSE claim_a END AS later,
       CASE WHEN relation = 'dispute' AND is_one_actor THEN 'shift' ELSE relation END AS relation,
       rule, score, reason, verdict
FROM (
    SELECT claim_link.*, key_a.entity IS NOT NULL AND key_a.entity IS key_b.entity AS is_one_actor,
           (COALESCE(article_a.published_on, '9999'), article_a.article_id, a.ordinal)
               < (COALESCE(article_b.published_on, '9999'), article_b.article_id, b.ordinal) AS is_in_order,
           article_a.published_on <> article_b.published_on AS is_another_day
    FROM claim_link
    JOIN claim AS a ON a.id = claim_link.claim_a
    JOIN article AS article_a ON article_a.id = a.article
    JOIN claim AS b ON b.id = claim_link.claim_b
    JOIN article AS article_b ON article_b.id = b.article
    LEFT JOIN name_key AS key_a ON key_a.id = a.speaker
    LEFT JOIN name_key AS key_b ON key_b.id = b.speaker
    WHERE claim_link.verdict IS NOT 'rejected'
)
WHERE relation = 'echo' OR verdict IS NOT NULL OR NOT is_one_actor OR is_another_day;

-- The same with public ids and the words of both sides.
CREATE VIEW v_link AS
SELECT claim_a.claim_id AS claim_a, claim_b.claim_id AS claim_b, link.relation, link.rule, link.score, link.reason,
       link.verdict, claim_a.content AS content_a, claim_b.content AS content_b
FROM link
JOIN claim AS claim_a ON claim_a.id = link.earlier
JOIN claim AS claim_b ON claim_b.id = link.later;
