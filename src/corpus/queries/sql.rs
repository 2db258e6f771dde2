//! A question in the user's own SQL, which can only read.

use rusqlite::Statement;
use rusqlite::types::ValueRef;

use crate::corpus::Corpus;
use crate::error::{Error, ErrorKind, Result};
use crate::record::Cell;

impl Corpus {
    /// Returns the columns that a statement would answer with.
    ///
    /// # Errors
    ///
    /// SQLite does not understand the statement, or it would write.
    pub fn sql_fields(&self, sql: &str) -> Result<Vec<String>> {
        let statement = self.reading_statement(sql)?;
        Ok(statement.column_names().map(String::from).collect())
    }

    /// Runs one statement and hands every row to `each`.
    ///
    /// # Errors
    ///
    /// As [`Corpus::sql_fields`].
    pub fn sql(&self, sql: &str, each: &mut dyn FnMut(Vec<Cell>) -> Result<()>) -> Result<()> {
        let mut statement = self.reading_statement(sql)?;
        let width = statement.column_count();
        let mut rows = statement.query([]).map_err(explained)?;
        while let Some(row) = rows.next().map_err(explained)? {
            let cells = (0..width).map(|column| Ok(cell(row.get_ref(column)?)));
            each(cells.collect::<rusqlite::Result<_>>()?)?;
        }
        Ok(())
    }

    fn reading_statement(&self, sql: &str) -> Result<Statement<'_>> {
        let statement = self.connection.prepare(sql).map_err(explained)?;
        match statement.readonly() {
            true => Ok(statement),
            false => Err(Error::invalid("only statements that read are allowed here")),
        }
    }
}

/// Tells an error of the statement from one of the file.
fn explained(error: rusqlite::Error) -> Error {
    let said = error.to_string();
    match Error::from(error) {
        error if matches!(error.kind(), ErrorKind::Damaged(_) | ErrorKind::Locked(_)) => error,
        _ => Error::invalid(format!("{said}; `sayso schema` lists the tables and views with their columns")),
    }
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Empty,
        ValueRef::Integer(number) => Cell::Integer(number),
        ValueRef::Real(number) => Cell::Number(number),
        ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Cell::Text(bytes.iter().map(|byte| format!("{byte:02x}")).collect()),
    }
}
