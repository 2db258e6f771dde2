//! Who is tied to whom: edges of several kinds between actors and outlets, their weights, and the nodes they join.

mod weights;

pub use weights::Normalise;

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::found::{CountedPer, counting, find_found, find_found_one_by_one};
use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder};
use crate::error::Result;
use crate::record::{Cell, Record};

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

/// A network: its edges, the heaviest first, and every node that one of them joins.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Network {
    /// The edges.
    pub edges: Vec<EdgeRow>,
    nodes: HashMap<String, NodeRow>,
}

/// A node by its row: of an outlet or of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Node {
    Outlet(i64),
    Entity(i64),
}

/// A tie as it is counted.
struct Tie {
    kind: EdgeKind,
    source: Node,
    target: Node,
    weight: i64,
    claims: i64,
    articles: i64,
    first_on: Option<String>,
    last_on: Option<String>,
}

/// How much of a node is among the claims found.
#[derive(Debug, Clone, Copy, Default)]
struct Activity {
    units: i64,
    claims: i64,
    articles: i64,
}

/// What nodes say (outlets: print), and what is said of them.
struct Activities {
    by: HashMap<Node, Activity>,
    about: HashMap<Node, Activity>,
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

    /// Counts the ties of one kind.
    fn ties(&self, kind: EdgeKind, per: CountedPer, filter: &Filter) -> Result<Vec<Tie>> {
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

    /// Counts how much of each node there is among the claims found; of all speakers, not of the asked ones alone.
    fn activities(&self, ties: &[Tie], per: CountedPer, filter: &Filter) -> Result<Activities> {
        let all = Filter { actors: Vec::new(), ..filter.clone() };
        // Where the question is about few actors, the rest of the corpus need not be read.
        let few = match filter.actors.is_empty() {
            true => all.clone(),
            false => Filter { actors: entities_of(ties), ..all.clone() },
        };
        let entity = Node::Entity;
        let mut by = self.activity(include_str!("sql/activity_of_speakers.sql"), per, &few, entity)?;
        if ties.iter().any(|tie| tie.kind == EdgeKind::Outlet) {
            by.extend(self.activity(include_str!("sql/activity_of_outlets.sql"), per, &all, Node::Outlet)?);
        }
        let few = match filter.actors.is_empty() || !filter.about.is_empty() {
            true => all,
            false => Filter { about: entities_of(ties), ..all },
        };
        let about = self.activity(include_str!("sql/activity_of_subjects.sql"), per, &few, entity)?;
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

impl Activities {
    /// Returns the claims by a node and about it.
    fn claims(&self, node: Node) -> i64 {
        let of = |activities: &HashMap<Node, Activity>| activities.get(&node).map_or(0, |activity| activity.claims);
        of(&self.by) + of(&self.about)
    }

    /// Returns in how many units the source is active, and the target: as one spoken of, where the tie is that.
    fn of_ends(&self, tie: &Tie) -> (i64, i64) {
        let units = |activities: &HashMap<Node, Activity>, node| {
            activities.get(&node).map_or(0, |activity: &Activity| activity.units)
        };
        let of_target = if tie.kind == EdgeKind::About { &self.about } else { &self.by };
        (units(&self.by, tie.source), units(of_target, tie.target))
    }
}

/// Returns the counting statement of one kind of tie.
pub(super) fn counting_ties(kind: EdgeKind, per: CountedPer, filter: &Filter) -> (String, Vec<Value>) {
    let everybody = Filter { actors: Vec::new(), ..filter.clone() };
    let (template, mut found) = match kind {
        EdgeKind::About => (include_str!("sql/network_about.sql"), find_found(filter)),
        EdgeKind::Outlet => (include_str!("sql/network_outlet.sql"), find_found(filter)),
        EdgeKind::CoQuoted => (include_str!("sql/network_co_quoted.sql"), find_found(&everybody)),
        EdgeKind::Agrees | EdgeKind::Disputes => {
            (include_str!("sql/network_links.sql"), find_found_one_by_one(&everybody))
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
fn find_dated(per: CountedPer, mut found: Finder) -> Finder {
    if matches!(per, CountedPer::Period(_)) {
        found.when("article.published_on IS NOT NULL", []);
    }
    found
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
