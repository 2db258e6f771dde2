//! Who is quoted where: share of voice, unnamed speakers and variety of sources, by outlet, by actor and by pair.

mod rows;
mod shares;

pub use rows::{ActorCoverageRow, OutletCoverageRow, PairCoverageRow};

use std::collections::{BTreeMap, HashMap};

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::found::{CountedPer, counting, find_found};
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder, Reprints};
use crate::error::Result;

/// Who is quoted where, counted.
pub struct Coverage {
    outlets: BTreeMap<Option<i64>, OutletCounts>,
    names: HashMap<i64, Named>,
    outlet_names: HashMap<i64, Named>,
}

/// An actor or outlet as rows name it.
#[derive(Debug, Clone)]
struct Named {
    id: String,
    name: String,
    kind: String,
}

/// The claims of one outlet; without one, of articles that name none.
#[derive(Default)]
struct OutletCounts {
    articles: i64,
    reprints: i64,
    /// Claims and articles of each named speaker.
    speakers: Vec<(i64, i64, i64)>,
    unnamed: i64,
    unknown: i64,
    author: i64,
    cue_classes: Vec<(String, i64)>,
}

impl Corpus {
    /// Counts who is quoted where, among the claims that a filter finds.
    pub fn coverage(&self, filter: &Filter) -> Result<Coverage> {
        let mut outlets: BTreeMap<Option<i64>, OutletCounts> = BTreeMap::new();
        self.each_counted(count_speakers(filter), &mut |row| {
            let counts = outlets.entry(row.get("outlet")?).or_default();
            let claims: i64 = row.get("claims")?;
            let kind: String = row.get("speaker_kind")?;
            match (row.get("speaker")?, kind.as_str()) {
                (Some(speaker), _) => counts.speakers.push((speaker, claims, row.get("articles")?)),
                (None, "anonymous") => counts.unnamed += claims,
                (None, "author") => counts.author += claims,
                (None, _) => counts.unknown += claims,
            }
            Ok(())
        })?;
        self.each_counted(count_articles(filter), &mut |row| {
            let counts = outlets.entry(row.get("outlet")?).or_default();
            match row.get("cue_class")? {
                Some(class) => counts.cue_classes.push((class, row.get("count")?)),
                None => counts.articles = row.get("count")?,
            }
            Ok(())
        })?;
        if filter.reprints == Reprints::Collapse {
            self.each_counted(count_reprints(filter), &mut |row| {
                outlets.entry(row.get("outlet")?).or_default().reprints = row.get("count")?;
                Ok(())
            })?;
        }
        let speakers = outlets.values().flat_map(|counts| counts.speakers.iter().map(|(speaker, _, _)| *speaker));
        let names = self.names_by_row(include_str!("sql/node_of_entity.sql"), speakers)?;
        let outlet_names =
            self.names_by_row(include_str!("sql/node_of_outlet.sql"), outlets.keys().flatten().copied())?;
        Ok(Coverage { outlets, names, outlet_names })
    }

    fn each_counted(
        &self,
        (sql, values): (String, Vec<Value>),
        each: &mut dyn FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            each(row)?;
        }
        Ok(())
    }

    fn names_by_row(&self, sql: &str, rows: impl Iterator<Item = i64>) -> Result<HashMap<i64, Named>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut names = HashMap::new();
        for row in rows {
            if let std::collections::hash_map::Entry::Vacant(place) = names.entry(row) {
                place.insert(statement.query_row([row], |row| {
                    Ok(Named { id: row.get("node_id")?, name: row.get("name")?, kind: row.get("type")? })
                })?);
            }
        }
        Ok(names)
    }
}

pub(super) fn count_speakers(filter: &Filter) -> (String, Vec<Value>) {
    counting(include_str!("sql/coverage.sql"), find_found(filter), CountedPer::Range)
}

/// Counts articles and cue classes. The claims found are looked for once, however often the statement names them.
pub(super) fn count_articles(filter: &Filter) -> (String, Vec<Value>) {
    counting(include_str!("sql/coverage_of_outlets.sql"), find_found(filter), CountedPer::Range)
}

/// Counts the reprints of each outlet among the articles looked at, whatever their claims.
pub(super) fn count_reprints(filter: &Filter) -> (String, Vec<Value>) {
    let mut finder = Finder::new("article.outlet AS outlet FROM article");
    Filter { reprints: Reprints::Only, ..filter.clone() }.narrow_articles(&mut finder);
    let (found, values) = finder.finish("", None);
    (format!("SELECT outlet, COUNT(*) AS count FROM ({found}) GROUP BY outlet"), values)
}
