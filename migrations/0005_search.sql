-- Full text. The index follows its tables in the same transaction; it is never the source of anything. The writer fills
-- it in one statement before each commit: a trigger would make FTS5 flush for every single row.

CREATE VIRTUAL TABLE paragraph_search USING fts5 (
    text, content = 'paragraph', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE claim_search USING fts5 (
    content, content = 'claim', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
