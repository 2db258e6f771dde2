//! The promises, asked of a real file. Each is one statement in `checks/` that finds what breaks it.

use super::Corpus;
use super::queries::row;
use crate::error::{ErrorKind, Result};

row! {
    /// Something that breaks a promise.
    Finding {
        promise: String,
        subject: String,
        detail: String,
    }
}

/// The promises: what each says, and the statement that finds what breaks it (columns `subject` and `detail`).
const PROMISES: &[(&str, &str)] = &[
    (
        "the file is sound",
        "SELECT 'file' AS subject, integrity_check AS detail FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
    ),
    ("every row leads somewhere", include_str!("checks/foreign_keys.sql")),
    ("every mention equals its words", include_str!("checks/mentions.sql")),
    ("every description equals its words", include_str!("checks/descriptions.sql")),
    ("every claim equals its words", include_str!("checks/claims.sql")),
    ("every article has its text", include_str!("checks/articles.sql")),
    ("every reprint stands with its original", include_str!("checks/reprints.sql")),
    ("every article is counted as it should be", include_str!("checks/counted.sql")),
    ("links join what counts, and echoes their clusters", include_str!("checks/links.sql")),
    ("every actor is counted as it should be", include_str!("checks/actors.sql")),
    ("every name leads to the right actor", include_str!("checks/names.sql")),
    ("every spelling is counted as it should be", include_str!("checks/aliases.sql")),
];

impl Corpus {
    /// Asks every promise and hands what breaks one to `each`; returns the promises with how often each is broken.
    ///
    /// `begin` is told of each promise before it is asked, since the first ones take long on a large file.
    pub fn check(
        &self,
        begin: &mut dyn FnMut(&str),
        each: &mut dyn FnMut(Finding) -> Result<()>,
    ) -> Result<Vec<(&'static str, usize)>> {
        let mut kept = Vec::new();
        for (promise, sql) in PROMISES {
            begin(promise);
            let broken = match self.ask(promise, sql, each) {
                Err(error) if matches!(error.kind(), ErrorKind::Damaged(_)) => {
                    let detail = "the file is damaged where the answer is kept".to_string();
                    each(Finding { promise: promise.to_string(), subject: "file".into(), detail })?;
                    1
                }
                asked => asked?,
            };
            kept.push((*promise, broken));
        }
        begin("the full-text index follows its texts");
        let broken = self.search_index_fault();
        if let Some(detail) = &broken {
            let promise = "the full-text index follows its texts".to_string();
            each(Finding { promise, subject: "index".into(), detail: detail.clone() })?;
        }
        kept.push(("the full-text index follows its texts", usize::from(broken.is_some())));
        Ok(kept)
    }

    /// Hands what breaks a promise to `each` and returns how often it is broken.
    fn ask(&self, promise: &str, sql: &str, each: &mut dyn FnMut(Finding) -> Result<()>) -> Result<usize> {
        let sql = format!("SELECT ?1 AS promise, subject, detail FROM ({sql})");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([promise])?;
        let mut broken = 0;
        while let Some(row) = rows.next()? {
            broken += 1;
            each(Finding::from_row(row)?)?;
        }
        Ok(broken)
    }

    /// FTS5 compares its index with its table on a special insert, which needs a connection that may write; on one
    /// that may not, the index's rows are compared with the table's instead.
    fn search_index_fault(&self) -> Option<String> {
        for (index, table) in [("paragraph_search", "paragraph"), ("claim_search", "claim")] {
            let sql = format!("SELECT (SELECT COUNT(*) FROM {table}) - (SELECT COUNT(*) FROM {index}_docsize)");
            match self.connection.query_row(&sql, [], |row| row.get::<_, i64>(0)) {
                Ok(0) => {}
                Ok(missing) => return Some(format!("{index}: {missing} rows of {table} are not in the index")),
                Err(error) => return Some(format!("{index}: {error}")),
            }
        }
        None
    }
}
