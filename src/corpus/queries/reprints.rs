//! What articles share: the original of a reprint, and paragraphs that stand in two of them.

use rusqlite::OptionalExtension;

use super::{ArticleRow, row};
use crate::corpus::Corpus;
use crate::error::Result;
use crate::record::Cell;

row! {
    /// A paragraph that stands in an earlier article too.
    CarriedRow {
        paragraph: i64,
        article: i64,
        article_id: String => Cell::Id,
        other_paragraph: i64,
    }
}

impl Corpus {
    /// Returns the article of which this one is a reprint; none where it is none.
    pub fn original(&self, article: i64) -> Result<Option<ArticleRow>> {
        let mut find = self.connection.prepare_cached(include_str!("sql/original.sql"))?;
        let original: Option<i64> = find.query_row([article], |row| row.get(0)).optional()?;
        original.map(|original| self.article(original)).transpose()
    }

    /// Returns the paragraphs of an article that were carried over from another piece, in order, each with the place
    /// where it stands first: in an agency's article before others, then the earliest.
    ///
    /// Only running text of twelve words or more is looked for; case and punctuation do not matter.
    pub fn carried_over(&self, article: i64) -> Result<Vec<CarriedRow>> {
        let mut find = self.connection.prepare_cached(include_str!("sql/carried_over.sql"))?;
        Ok(find.query_map([article], CarriedRow::from_row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the numbers of paragraphs with the same words in two articles, as [`Corpus::carried_over`] compares
    /// them, in the order of the first.
    pub fn paragraphs_in_both(&self, article: i64, other: i64) -> Result<Vec<(i64, i64)>> {
        let mut find = self.connection.prepare_cached(include_str!("sql/paragraphs_in_both.sql"))?;
        let rows = find.query_map([article, other], |row| Ok((row.get("paragraph")?, row.get("other_paragraph")?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
