//! The corpus at a glance. Every count names its unit.

use super::row;
use crate::corpus::Corpus;
use crate::error::Result;

row! {
    /// One figure about the corpus.
    StatRow {
        figure: String,
        value: i64,
        unit: String,
    }
}

impl Corpus {
    /// Returns the figures, in a fixed order.
    pub fn stats(&self) -> Result<Vec<StatRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/stats.sql"))?;
        Ok(statement.query_map([], StatRow::from_row)?.collect::<rusqlite::Result<_>>()?)
    }
}
