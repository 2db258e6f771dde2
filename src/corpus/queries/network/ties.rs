//! Ties as they are counted: who is tied to whom, in how many units.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::super::found::{CountedPer, counting, find_found, find_found_one_by_one};
use super::EdgeKind;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder};
use crate::error::Result;

/// A node by its row: of an outlet or of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Node {
    Outlet(i64),
    Entity(i64),
}

/// A tie as it is counted.
pub(super) struct Tie {
    pub kind: EdgeKind,
    pub source: Node,
    pub target: Node,
    pub weight: i64,
    pub claims: i64,
    pub articles: i64,
    pub first_on: Option<String>,
    pub last_on: Option<String>,
}

impl Corpus {
    /// Counts the ties of one kind.
    pub(super) fn ties(&self, kind: EdgeKind, per: CountedPer, filter: &Filter) -> Result<Vec<Tie>> {
        let (sql, values) = counting_ties(kind, per, filter);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut ties = Vec::new();
        while let Some(row) = rows.next()? {
            let (source, target): (i64, i64) = (row.get("source")?, row.get("target")?);
            let is_asked = |wanted: &[i64], entities: &[i64]| {
                wanted.is_empty() || entities.iter().any(|entity| wanted.contains(entity))
            };
            let is_wanted = match kind {
                EdgeKind::About => is_asked(&filter.about, &[target]),
                EdgeKind::Outlet => true,
                _ => is_asked(&filter.actors, &[source, target]),
            };
            if !is_wanted {
                continue;
            }
            ties.push(Tie {
                kind,
                source: if kind == EdgeKind::Outlet { Node::Outlet(source) } else { Node::Entity(source) },
                target: Node::Entity(target),
                weight: row.get("weight")?,
                claims: row.get("claims")?,
                articles: row.get("articles")?,
                first_on: row.get("first_on")?,
                last_on: row.get("last_on")?,
            });
        }
        Ok(ties)
    }
}

/// Returns the counting statement of one kind of tie.
pub(in crate::corpus::queries) fn counting_ties(
    kind: EdgeKind,
    per: CountedPer,
    filter: &Filter,
) -> (String, Vec<Value>) {
    let everybody = Filter { actors: Vec::new(), ..filter.clone() };
    let (template, mut found) = match kind {
        EdgeKind::About => (include_str!("../sql/network_about.sql"), find_found(filter)),
        EdgeKind::Outlet => (include_str!("../sql/network_outlet.sql"), find_found(filter)),
        EdgeKind::CoQuoted => (include_str!("../sql/network_co_quoted.sql"), find_found(&everybody)),
        EdgeKind::Agrees | EdgeKind::Disputes => {
            (include_str!("../sql/network_links.sql"), find_found_one_by_one(&everybody))
        }
    };
    let actors = filter.actors.iter().map(|&actor| Value::from(actor));
    match kind {
        EdgeKind::CoQuoted => found.when_in(
            "article.id IN (SELECT theirs.article FROM name_key AS their_key CROSS JOIN claim AS theirs
               ON theirs.speaker = their_key.id WHERE their_key.entity IN ({}))",
            actors,
        ),
        EdgeKind::Agrees | EdgeKind::Disputes => found.when_in(
            "claim.id IN (
               WITH theirs AS (
                 SELECT theirs.id FROM name_key AS their_key CROSS JOIN claim AS theirs
                   ON theirs.speaker = their_key.id WHERE their_key.entity IN ({}))
               SELECT id FROM theirs
               UNION SELECT claim_b FROM theirs CROSS JOIN claim_link ON claim_a = theirs.id
               UNION SELECT claim_a FROM theirs CROSS JOIN claim_link ON claim_b = theirs.id)",
            actors,
        ),
        EdgeKind::About | EdgeKind::Outlet => {}
    }
    let relation = if kind == EdgeKind::Agrees { "echo" } else { "dispute" };
    counting(&template.replace("{relation}", relation), find_dated(per, found), per)
}

/// Leaves out what has no date where periods are counted.
pub(super) fn find_dated(per: CountedPer, mut found: Finder) -> Finder {
    if matches!(per, CountedPer::Period(_)) {
        found.when("article.published_on IS NOT NULL", []);
    }
    found
}
