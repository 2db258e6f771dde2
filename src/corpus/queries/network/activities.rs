//! How much of each node is among the claims found: what its ties are weighed against.

use std::collections::{HashMap, HashSet};

use rusqlite::params_from_iter;

use super::super::found::{CountedPer, counting, find_found};
use super::EdgeKind;
use super::ties::{Node, Tie, find_dated};
use crate::corpus::Corpus;
use crate::corpus::filter::Filter;
use crate::error::Result;

/// How much of a node is among the claims found.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Activity {
    pub units: i64,
    pub claims: i64,
    pub articles: i64,
}

/// What nodes say (outlets: print), and what is said of them.
pub(super) struct Activities {
    pub by: HashMap<Node, Activity>,
    pub about: HashMap<Node, Activity>,
}

impl Corpus {
    /// Counts how much of each node there is among the claims found; of all speakers, not of the asked ones alone.
    pub(super) fn activities(&self, ties: &[Tie], per: CountedPer, filter: &Filter) -> Result<Activities> {
        let all = Filter { actors: Vec::new(), ..filter.clone() };
        // Where the question is about few actors, the rest of the corpus need not be read.
        let few = match filter.actors.is_empty() {
            true => all.clone(),
            false => Filter { actors: entities_of(ties), ..all.clone() },
        };
        let entity = Node::Entity;
        let mut by = self.activity(include_str!("../sql/activity_of_speakers.sql"), per, &few, entity)?;
        if ties.iter().any(|tie| tie.kind == EdgeKind::Outlet) {
            by.extend(self.activity(include_str!("../sql/activity_of_outlets.sql"), per, &all, Node::Outlet)?);
        }
        let few = match filter.actors.is_empty() || !filter.about.is_empty() {
            true => all,
            false => Filter { about: entities_of(ties), ..all },
        };
        let about = self.activity(include_str!("../sql/activity_of_subjects.sql"), per, &few, entity)?;
        Ok(Activities { by, about })
    }

    fn activity(
        &self,
        template: &str,
        per: CountedPer,
        filter: &Filter,
        node: impl Fn(i64) -> Node,
    ) -> Result<HashMap<Node, Activity>> {
        let (sql, values) = counting(template, find_dated(per, find_found(filter)), per);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(values), |row| {
            let activity =
                Activity { units: row.get("units")?, claims: row.get("claims")?, articles: row.get("articles")? };
            Ok((node(row.get("row")?), activity))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Activities {
    /// Returns the claims by a node and about it.
    pub fn claims(&self, node: Node) -> i64 {
        let of = |activities: &HashMap<Node, Activity>| activities.get(&node).map_or(0, |activity| activity.claims);
        of(&self.by) + of(&self.about)
    }

    /// Returns in how many units the source is active, and the target: as one spoken of, where the tie is that.
    pub fn of_ends(&self, tie: &Tie) -> (i64, i64) {
        let units = |activities: &HashMap<Node, Activity>, node| {
            activities.get(&node).map_or(0, |activity: &Activity| activity.units)
        };
        let of_target = if tie.kind == EdgeKind::About { &self.about } else { &self.by };
        (units(&self.by, tie.source), units(of_target, tie.target))
    }
}

fn entities_of(ties: &[Tie]) -> Vec<i64> {
    let ends = ties.iter().flat_map(|tie| [tie.source, tie.target]);
    let entities: HashSet<i64> = ends
        .filter_map(|node| match node {
            Node::Entity(row) => Some(row),
            Node::Outlet(_) => None,
        })
        .collect();
    // No row has this number: nobody is asked about, and nobody is found.
    if entities.is_empty() { vec![-1] } else { entities.into_iter().collect() }
}
