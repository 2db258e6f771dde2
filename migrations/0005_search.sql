-- Full text. The index follows its tables in the same transaction; it is never the source of anything.

CREATE VIRTUAL TABLE paragraph_search USING fts5 (
    text, content = 'paragraph', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER paragraph_search_insert AFTER INSERT ON paragraph BEGIN
    INSERT INTO paragraph_search (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER paragraph_search_delete AFTER DELETE ON paragraph BEGIN
    INSERT INTO paragraph_search (paragraph_search, rowid, text) VALUES ('delete', old.id, old.text);
END;

CREATE VIRTUAL TABLE claim_search USING fts5 (
    content, content = 'claim', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER claim_search_insert AFTER INSERT ON claim BEGIN
    INSERT INTO claim_search (rowid, content) VALUES (new.id, new.content);
END;
CREATE TRIGGER claim_search_delete AFTER DELETE ON claim BEGIN
    INSERT INTO claim_search (claim_search, rowid, content) VALUES ('delete', old.id, old.content);
END;
