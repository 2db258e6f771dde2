//! Edges and nodes as they are listed and exported.

use super::super::row;
use super::EdgeKind;
use crate::record::{Cell, Record};

/// A tie between two nodes.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // docs/commands.md explains the columns, which are the fields
pub struct EdgeRow {
    pub source: String,
    pub source_id: String,
    pub target: String,
    pub target_id: String,
    pub kind: EdgeKind,
    /// A count, or a number where weights are normalised.
    pub weight: Cell,
    pub claims: i64,
    pub articles: i64,
    pub first_on: Option<String>,
    pub last_on: Option<String>,
}

row! {
    /// An actor or outlet with ties, and how much of it is among the claims found.
    NodeRow {
        node_id: String => Cell::Id,
        name: String,
        kind as "type": String,
        claims_by: i64,
        articles_by: i64,
        claims_about: i64,
        articles_about: i64,
    }
}

impl Record for EdgeRow {
    fn fields() -> &'static [&'static str] {
        &["source", "source_id", "target", "target_id", "kind", "weight", "claims", "articles", "first_on", "last_on"]
    }

    fn into_cells(self) -> Vec<Cell> {
        vec![
            self.source.into(),
            Cell::Id(self.source_id),
            self.target.into(),
            Cell::Id(self.target_id),
            self.kind.name().to_string().into(),
            self.weight,
            self.claims.into(),
            self.articles.into(),
            self.first_on.into(),
            self.last_on.into(),
        ]
    }
}
