//! Questions to a corpus. A list is found in two steps: the filter finds row numbers in order, and one fixed statement,
//! kept in a file of its own, reads each row. So an answer of any length takes constant memory.
//! Links among actors are few; their rows are kept, so that they are found once for their number and the page.

mod actors;
mod articles;
mod claims;
mod coverage;
mod crossref;
mod descriptions;
mod echoes;
mod export;
mod finding_links;
mod found;
mod identity;
mod ids;
mod links;
mod network;
mod outlets;
mod periods;
#[cfg(test)]
mod plans;
mod reprints;
mod runs;
mod schema;
mod search;
mod sql;
mod stats;
mod timeline;

pub use actors::{ActorFilter, ActorRow, AliasRow, Candidate, CoActorRow};
pub use articles::{ArticleRow, Location, ParagraphRow, StoredArticle, StoredParagraph};
pub use claims::{ClaimDetail, ClaimRow, ClaimSpan};
pub use coverage::{ActorCoverageRow, Coverage, OutletCoverageRow, PairCoverageRow};
pub use crossref::{Crossref, CrossrefKind, CrossrefRow};
pub use descriptions::{DescriptionRow, QuotedByRow};
pub use echoes::EchoRow;
pub use export::{ExportTable, TABLES, TableColumn};
pub use finding_links::LinkKind;
pub use found::{CountedPer, LeftOut};
pub use identity::{LikelyRow, NameRow, Named};
pub use ids::Target;
pub use links::{LinkRow, SharedActorRow};
pub use network::{EdgeKind, EdgeRow, Network, NetworkPlan, NodeRow, Normalise};
pub use outlets::OutletRow;
pub use periods::Per;
pub use reprints::CarriedRow;
pub use runs::{ItemRow, RunRow};
pub use schema::SchemaRow;
pub use search::SearchRow;
pub use stats::StatRow;
pub use timeline::{Cluster, Tally, Timeline, TimelineBy, TimelineGroup, TimelineRow};

use rusqlite::types::Value;
use rusqlite::{CachedStatement, Row, params_from_iter};

use super::Corpus;
use crate::error::Result;

/// Declares a row of an answer: a struct, its columns by name out of SQLite, and its cells as a record. A field whose
/// column has another name says so: `kind as "type": String`.
macro_rules! row {
    ($(#[$meta:meta])* $name:ident { $($field:ident $(as $column:literal)? : $type:ty $(=> $cell:expr)?),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[allow(missing_docs)] // docs/commands.md explains the columns, which are the fields
        pub struct $name { $(pub $field: $type),+ }

        impl $name {
            #[allow(dead_code)] // a few rows are made of others
            pub(super) fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                Ok($name { $($field: crate::corpus::queries::column(row, row!(@name $field $($column)?))?),+ })
            }
        }

        impl crate::record::Record for $name {
            fn fields() -> &'static [&'static str] {
                &[$(row!(@name $field $($column)?)),+]
            }

            fn into_cells(self) -> Vec<crate::record::Cell> {
                vec![$(row!(@cell self.$field $(, $cell)?)),+]
            }
        }
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $column:literal) => { $column };
    (@cell $value:expr) => { crate::record::Cell::from($value) };
    (@cell $value:expr, $cell:expr) => { $cell($value) };
}
pub(in crate::corpus) use row;

/// A value that can be read from a column.
pub(in crate::corpus) trait Column: Sized {
    fn read(row: &Row<'_>, name: &str) -> rusqlite::Result<Self>;
}

macro_rules! plain_column {
    ($($type:ty),+) => {
        $(impl Column for $type {
            fn read(row: &Row<'_>, name: &str) -> rusqlite::Result<Self> {
                row.get(name)
            }
        })+
    };
}
plain_column!(i64, f64, String, Option<i64>, Option<f64>, Option<String>);

impl Column for Vec<String> {
    /// Lists come as JSON arrays, sorted by the statement.
    fn read(row: &Row<'_>, name: &str) -> rusqlite::Result<Self> {
        let json: Option<String> = row.get(name)?;
        Ok(json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
    }
}

pub(in crate::corpus) fn column<T: Column>(row: &Row<'_>, name: &str) -> rusqlite::Result<T> {
    T::read(row, name)
}

impl Corpus {
    /// Runs a found statement for row numbers and hands each row, read by `statement`, to `each`.
    fn each_found<T>(
        &self,
        (find, values): (String, Vec<Value>),
        mut statement: CachedStatement<'_>,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        each: &mut dyn FnMut(T) -> Result<()>,
    ) -> Result<()> {
        let mut find = self.connection.prepare_cached(&find)?;
        let mut found = find.query(params_from_iter(values))?;
        while let Some(row) = found.next()? {
            let id: i64 = row.get(0)?;
            each(statement.query_row([id], &read)?)?;
        }
        Ok(())
    }

    /// Counts what a statement finds, up to `at_most`, so that a page can say how many more there are.
    fn count_found(&self, (find, values): (String, Vec<Value>), at_most: usize) -> Result<usize> {
        let sql = format!("SELECT COUNT(*) FROM ({find}\nLIMIT {at_most})");
        let count: i64 = self.connection.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
        Ok(count as usize)
    }
}
