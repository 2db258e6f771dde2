//! Runs and what became of their inputs.

use rusqlite::OptionalExtension;

use super::row;
use crate::corpus::Corpus;
use crate::error::{Error, Result};

row! {
    /// A run, with its inputs counted by fate.
    RunRow {
        run: i64,
        started_at: String,
        finished_at: Option<String>,
        command: String,
        new: i64,
        version: i64,
        reprint: i64,
        unchanged: i64,
        failed: i64,
        program: String,
    }
}

row! {
    /// One input of a run.
    ItemRow {
        run: i64,
        number: i64,
        path: String,
        row: Option<i64>,
        fate: String,
        article_id: Option<String> => super::claims::id_cell,
        reason: Option<String>,
    }
}

impl Corpus {
    /// Returns all runs, latest first.
    pub fn runs(&self) -> Result<Vec<RunRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/runs.sql"))?;
        Ok(statement.query_map([], RunRow::from_row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Hands each input of a run to `each`, in the order of the input; those of one fate alone where one is given.
    pub fn items(&self, run: i64, fate: Option<&str>, each: &mut dyn FnMut(ItemRow) -> Result<()>) -> Result<()> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/run_items.sql"))?;
        let mut rows = statement.query((run, fate))?;
        while let Some(row) = rows.next()? {
            each(ItemRow::from_row(row)?)?;
        }
        Ok(())
    }

    /// Returns the options a run was given, as JSON.
    pub fn run_options(&self, run: i64) -> Result<String> {
        let mut statement = self.connection.prepare_cached("SELECT options FROM run WHERE id = ?1")?;
        let options = statement.query_row([run], |row| row.get(0)).optional()?;
        options.ok_or_else(|| Error::not_found(format!("there is no run {run}; `sayso runs` lists them")))
    }
}
