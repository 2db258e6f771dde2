//! Who is tied to whom: edges of several kinds between actors and outlets, their weights, and the nodes they join.

mod activities;
mod rows;
pub(super) mod ties;
mod weights;

pub use rows::{EdgeRow, NodeRow};
pub use weights::Normalise;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use activities::Activities;
use ties::{Node, Tie};

use super::found::CountedPer;
use crate::corpus::Corpus;
use crate::corpus::filter::Filter;
use crate::error::Result;
use crate::record::Cell;

/// The kinds of tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EdgeKind {
    /// An actor makes claims about another.
    About,
    /// Claims of two actors echo each other.
    Agrees,
    /// Claims of two actors stand in dispute.
    Disputes,
    /// Two actors make claims in one article.
    CoQuoted,
    /// An outlet prints claims of an actor.
    Outlet,
}

/// What a network is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkPlan {
    /// The kinds of its edges.
    pub kinds: Vec<EdgeKind>,
    /// What counts once.
    pub per: CountedPer,
    /// How weights are made comparable.
    pub normalise: Normalise,
    /// Least weight of an edge.
    pub min_weight: f64,
    /// Least number of claims, by an actor and about it, among those found.
    pub min_claims: i64,
}

/// A network: its edges, the heaviest first, and every node that one of them joins.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Network {
    /// The edges.
    pub edges: Vec<EdgeRow>,
    nodes: HashMap<String, NodeRow>,
}

impl EdgeKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [EdgeKind; 5] =
        [EdgeKind::About, EdgeKind::Agrees, EdgeKind::Disputes, EdgeKind::CoQuoted, EdgeKind::Outlet];

    /// Returns the name used on the command line and in exports.
    pub fn name(self) -> &'static str {
        match self {
            EdgeKind::About => "about",
            EdgeKind::Agrees => "agrees",
            EdgeKind::Disputes => "disputes",
            EdgeKind::CoQuoted => "co-quoted",
            EdgeKind::Outlet => "outlet",
        }
    }

    /// Tells whether the tie leads from the one to the other.
    pub fn is_directed(self) -> bool {
        matches!(self, EdgeKind::About | EdgeKind::Outlet)
    }
}

impl Corpus {
    /// Returns the network of the claims that a filter finds, the heaviest edge first, of equal ones by public ids.
    ///
    /// Who speaks (`filter.actors`) narrows the edges to those that begin at one of them, or, of undirected ones, touch
    /// one; what they are weighed against stays whole.
    pub fn network(&self, plan: &NetworkPlan, filter: &Filter) -> Result<Network> {
        let mut ties = Vec::new();
        for kind in EdgeKind::ALL.into_iter().filter(|kind| plan.kinds.contains(kind)) {
            ties.extend(self.ties(kind, plan.per, filter)?);
        }
        let activities = self.activities(&ties, plan.per, filter)?;
        ties.retain(|tie| activities.claims(tie.source) >= plan.min_claims);
        ties.retain(|tie| activities.claims(tie.target) >= plan.min_claims);
        let mut nodes: HashMap<Node, NodeRow> = HashMap::new();
        let mut weighed = Vec::new();
        for tie in ties {
            let weight = plan.normalise.weight(tie.kind, tie.weight, activities.of_ends(&tie));
            if weight < plan.min_weight {
                continue;
            }
            for node in [tie.source, tie.target] {
                if let Entry::Vacant(unknown) = nodes.entry(node) {
                    unknown.insert(self.node(node, &activities)?);
                }
            }
            weighed.push((weight, edge(&tie, plan.normalise.cell(weight), &nodes)));
        }
        weighed.sort_by(|(weight_a, a), (weight_b, b)| {
            let key = |edge: &EdgeRow| (-edge.claims, edge.kind);
            let ids = |edge: &EdgeRow| (edge.source_id.clone(), edge.target_id.clone());
            weight_b.total_cmp(weight_a).then_with(|| key(a).cmp(&key(b))).then_with(|| ids(a).cmp(&ids(b)))
        });
        let edges = weighed.into_iter().map(|(_, edge)| edge).collect();
        Ok(Network { edges, nodes: nodes.into_values().map(|node| (node.node_id.clone(), node)).collect() })
    }

    fn node(&self, node: Node, activities: &Activities) -> Result<NodeRow> {
        let (sql, row) = match node {
            Node::Outlet(row) => (include_str!("sql/node_of_outlet.sql"), row),
            Node::Entity(row) => (include_str!("sql/node_of_entity.sql"), row),
        };
        let by = activities.by.get(&node).copied().unwrap_or_default();
        let about = activities.about.get(&node).copied().unwrap_or_default();
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([row], |row| {
            Ok(NodeRow {
                node_id: row.get("node_id")?,
                name: row.get("name")?,
                kind: row.get("type")?,
                claims_by: by.claims,
                articles_by: by.articles,
                claims_about: about.claims,
                articles_about: about.articles,
            })
        })?)
    }
}

impl Network {
    /// Returns the nodes that these edges join, by their public ids.
    pub fn nodes_of(&self, edges: &[EdgeRow]) -> Vec<NodeRow> {
        let mut ids: Vec<&String> = edges.iter().flat_map(|edge| [&edge.source_id, &edge.target_id]).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().filter_map(|id| self.nodes.get(id).cloned()).collect()
    }
}

/// Returns a tie as a row; an undirected one begins at the smaller public id.
fn edge(tie: &Tie, weight: Cell, nodes: &HashMap<Node, NodeRow>) -> EdgeRow {
    let (mut source, mut target) = (&nodes[&tie.source], &nodes[&tie.target]);
    if !tie.kind.is_directed() && source.node_id > target.node_id {
        (source, target) = (target, source);
    }
    EdgeRow {
        source: source.name.clone(),
        source_id: source.node_id.clone(),
        target: target.name.clone(),
        target_id: target.node_id.clone(),
        kind: tie.kind,
        weight,
        claims: tie.claims,
        articles: tie.articles,
        first_on: tie.first_on.clone(),
        last_on: tie.last_on.clone(),
    }
}
