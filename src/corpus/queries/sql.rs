//! A question in the user's own SQL, which can only read.

use rusqlite::types::ValueRef;

use crate::corpus::Corpus;
use crate::error::{Error, Result};
use crate::record::Cell;

/// The columns of an answer to the user's own SQL, known before its first row.
pub struct Answer {
    /// Names of the columns.
    pub fields: Vec<String>,
}

impl Corpus {
    /// Runs one statement; `begin` is given the columns, then `each` every row.
    ///
    /// # Errors
    ///
    /// SQLite does not understand the statement, or it would write.
    pub fn sql(
        &self,
        sql: &str,
        begin: &mut dyn FnMut(Answer) -> Result<()>,
        each: &mut dyn FnMut(Vec<Cell>) -> Result<()>,
    ) -> Result<()> {
        let explain = |error: rusqlite::Error| {
            Error::invalid(format!("{error}; `sayso schema` lists the tables and views with their columns"))
        };
        let mut statement = self.connection.prepare(sql).map_err(explain)?;
        if !statement.readonly() {
            return Err(Error::invalid("only statements that read are allowed here"));
        }
        let fields: Vec<String> = statement.column_names().map(String::from).collect();
        let width = fields.len();
        begin(Answer { fields })?;
        let mut rows = statement.query([]).map_err(explain)?;
        while let Some(row) = rows.next().map_err(explain)? {
            let cells = (0..width).map(|column| Ok(cell(row.get_ref(column)?)));
            each(cells.collect::<rusqlite::Result<_>>()?)?;
        }
        Ok(())
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
