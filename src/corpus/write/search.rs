//! The full-text index: filled once, before a transaction commits, with all that the transaction added.

use rusqlite::Transaction;

use super::Writing;
use crate::error::Result;

/// What was indexed when the transaction began; rows above are new, since row numbers are never used again.
pub(super) struct Indexed {
    paragraph: i64,
    claim: i64,
}

impl Indexed {
    /// Reads how far the index reaches: with every commit it reaches the last row.
    pub fn at_beginning(transaction: &Transaction<'_>) -> Result<Indexed> {
        let last = |sql| transaction.prepare_cached(sql)?.query_row([], |row| row.get(0));
        Ok(Indexed {
            paragraph: last("SELECT COALESCE(MAX(id), 0) FROM paragraph")?,
            claim: last("SELECT COALESCE(MAX(id), 0) FROM claim")?,
        })
    }
}

impl Writing<'_> {
    /// Adds the new rows of this transaction to the index.
    pub(super) fn index_new_rows(&self) -> Result<()> {
        for (sql, indexed) in [
            (
                "INSERT INTO paragraph_search (rowid, text) SELECT id, text FROM paragraph WHERE id > ?1",
                self.indexed.paragraph,
            ),
            (
                "INSERT INTO claim_search (rowid, content) SELECT id, content FROM claim WHERE id > ?1",
                self.indexed.claim,
            ),
        ] {
            self.transaction.prepare_cached(sql)?.execute([indexed])?;
        }
        Ok(())
    }

    /// Takes claims of an article out of the index, before they are deleted; `which` is a condition on `claim`.
    pub(super) fn unindex_claims(&self, article: i64, which: &str) -> Result<()> {
        let mut unindex = self.transaction.prepare_cached(&format!(
            "INSERT INTO claim_search (claim_search, rowid, content)
             SELECT 'delete', id, content FROM claim WHERE {which} AND id <= ?2"
        ))?;
        unindex.execute([article, self.indexed.claim])?;
        Ok(())
    }
}
