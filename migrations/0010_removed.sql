-- An article that people took out of the corpus: kept with all its parts, and counted nowhere, so that undoing brings it back.
ALTER TABLE article ADD COLUMN is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1));
