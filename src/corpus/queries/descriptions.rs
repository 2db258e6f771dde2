//! How an actor is described, and who quotes it.

use super::row;
use crate::corpus::Corpus;
use crate::error::Result;

row! {
    /// What texts call an actor besides naming it; counts are over counted articles.
    DescriptionRow {
        description: String,
        mentions: i64,
        articles: i64,
        outlets: Vec<String>,
        first_on: Option<String>,
        last_on: Option<String>,
    }
}

row! {
    /// An outlet that reports claims by an actor; counts are over counted articles.
    QuotedByRow {
        outlet: Option<String>,
        claims: i64,
        articles: i64,
        first_on: Option<String>,
        last_on: Option<String>,
    }
}

impl Corpus {
    /// Returns the descriptions of an actor, those of most articles first.
    pub fn descriptions(&self, entity: i64) -> Result<Vec<DescriptionRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/descriptions.sql"))?;
        Ok(statement.query_map([entity], DescriptionRow::from_row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the outlets that report claims by an actor, those with most claims first.
    pub fn quoted_by(&self, entity: i64) -> Result<Vec<QuotedByRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/quoted_by.sql"))?;
        Ok(statement.query_map([entity], QuotedByRow::from_row)?.collect::<rusqlite::Result<_>>()?)
    }
}
