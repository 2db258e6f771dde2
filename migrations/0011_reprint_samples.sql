-- Near-duplicates once more. Keys are runs of six words now; in a bucket of few texts a meeting counts twice
-- (reprint_link.meetings); and a sample of each text's runs tells which texts need not be read. What an older program
-- grouped is grouped again when the file is next opened for writing.

CREATE TABLE reprint_sample (
    text INTEGER PRIMARY KEY,           -- article.text_key
    runs BLOB NOT NULL                  -- four bytes each of the smallest hashes of its runs
) STRICT;

UPDATE article SET text_key = NULL;
