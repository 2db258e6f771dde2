//! Outlets.

use rusqlite::OptionalExtension;

use super::row;
use crate::corpus::Corpus;
use crate::error::Result;
use crate::name::folded;
use crate::record::Cell;

row! {
    /// An outlet in the list of outlets; counts are over counted articles, `reprints` over the others.
    OutletRow {
        outlet_id: String => Cell::Id,
        name: String,
        aliases: Vec<String>,
        articles: i64,
        reprints: i64,
        claims: i64,
        first_on: Option<String>,
        last_on: Option<String>,
    }
}

impl Corpus {
    /// Returns all outlets, by name.
    pub fn outlets(&self) -> Result<Vec<OutletRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/outlets.sql"))?;
        Ok(statement.query_map([], OutletRow::from_row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the row of the outlet with this name or alias, however it is spelled.
    pub fn outlet_named(&self, name: &str) -> Result<Option<i64>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/outlet_named.sql"))?;
        Ok(statement.query_row([folded(name)], |row| row.get(0)).optional()?)
    }
}
