//! Runs: when the program did what, and what became of every input.

use rusqlite::params;

use super::Writing;
use crate::error::Result;

/// What became of one input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// An article that was not there.
    New,
    /// Stored before; nothing, or only metadata, was added.
    Unchanged,
    /// Another text of a stored piece.
    Version,
    /// A text that another article carries too.
    Reprint,
    /// Not stored; the reason is kept.
    Failed,
}

impl Fate {
    /// Every fate, in the order of summaries.
    pub const ALL: [Fate; 5] = [Fate::New, Fate::Version, Fate::Reprint, Fate::Unchanged, Fate::Failed];

    /// Returns the name used in the database and in exports.
    pub fn name(self) -> &'static str {
        match self {
            Fate::New => "new",
            Fate::Unchanged => "unchanged",
            Fate::Version => "version",
            Fate::Reprint => "reprint",
            Fate::Failed => "failed",
        }
    }
}

/// One input of a run.
#[derive(Debug, Clone)]
pub struct NewItem {
    /// Its place in the order of the input.
    pub number: usize,
    /// The file, or `-`.
    pub path: String,
    /// The row of a table, from 1.
    pub row: Option<u64>,
    /// What became of it.
    pub fate: Fate,
    /// The article it is, unless it failed.
    pub article: Option<i64>,
    /// Why it failed.
    pub reason: Option<String>,
}

impl Writing<'_> {
    /// Notes that a run begins; returns its number.
    pub fn begin_run(&self, command: &str, options: &str, started_at: &str) -> Result<i64> {
        let mut insert = self
            .transaction
            .prepare_cached("INSERT INTO run (started_at, command, options, program) VALUES (?1, ?2, ?3, ?4)")?;
        Ok(insert.insert(params![started_at, command, options, env!("CARGO_PKG_VERSION")])?)
    }

    /// Notes what became of one input.
    pub fn insert_item(&self, run: i64, item: &NewItem) -> Result<()> {
        let mut insert = self.transaction.prepare_cached(
            "INSERT INTO run_item (run, number, path, row, fate, article, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        insert.execute(params![
            run,
            item.number as i64,
            item.path,
            item.row.map(|row| row as i64),
            item.fate.name(),
            item.article,
            item.reason,
        ])?;
        Ok(())
    }

    /// Notes that a run came to its end.
    pub fn finish_run(&self, run: i64, finished_at: &str) -> Result<()> {
        self.transaction
            .prepare_cached("UPDATE run SET finished_at = ?2 WHERE id = ?1")?
            .execute(params![run, finished_at])?;
        Ok(())
    }
}
