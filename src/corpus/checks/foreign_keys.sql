SELECT "table" AS subject, 'row ' || rowid || ' leads to no row of ' || parent AS detail
FROM pragma_foreign_key_check
