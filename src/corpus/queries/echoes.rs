//! Echoes as clusters: what was said in several independent pieces, by whom, and where it spread.

use super::finding_links::asks_for_claims;
use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder, Way};
use crate::error::Result;
use crate::record::Cell;

row! {
    /// A cluster of claims that echo each other, known by its first claim.
    EchoRow {
        claim_id: String => Cell::Id,
        content: String,
        claims: i64,
        articles: i64,
        outlets: i64,
        reprints: i64,
        first_on: Option<String>,
        last_on: Option<String>,
        first_outlet: Option<String>,
        speakers: Vec<String>,
        outlet_names: Vec<String>,
        rules: Vec<String>,
        score: f64,
    }
}

const WIDEST_FIRST: &str = "echo_cluster.articles DESC, echo_cluster.outlets DESC, echo_cluster.key";

const SORTABLE: &[(&str, &str)] = &[
    ("claims", "echo_cluster.claims"),
    ("articles", "echo_cluster.articles"),
    ("outlets", "echo_cluster.outlets"),
    ("first_on", "echo_cluster.first_on"),
    ("last_on", "echo_cluster.last_on"),
];

impl Corpus {
    /// Hands each cluster, one of whose claims the filter finds, to `each`: the widest spread first.
    pub fn echoes(&self, filter: &Filter, each: &mut dyn FnMut(EchoRow) -> Result<()>) -> Result<()> {
        let order = filter.order(SORTABLE, WIDEST_FIRST)?;
        let statement = self.connection.prepare_cached(include_str!("sql/echo.sql"))?;
        self.each_found(find_clusters(filter).finish(&order, filter.limit), statement, EchoRow::from_row, each)
    }

    /// Counts the clusters that the filter finds, up to `at_most`.
    pub fn count_echoes(&self, filter: &Filter, at_most: usize) -> Result<usize> {
        self.count_found(find_clusters(filter).finish("", None), at_most)
    }
}

fn find_clusters(filter: &Filter) -> Finder {
    let mut finder = Finder::new("echo_cluster.id FROM echo_cluster");
    if asks_for_claims(filter) {
        // Most claims are in no cluster: that is asked before they and their articles are looked at.
        let mut members = Finder::new(match filter.begins_with_claims() {
            true if !filter.actors.is_empty() => {
                "echo_member.cluster FROM claim AS said CROSS JOIN echo_member ON echo_member.claim = said.id
                 CROSS JOIN claim ON claim.id = said.id CROSS JOIN article ON article.id = claim.article"
            }
            true => {
                "echo_member.cluster FROM claim CROSS JOIN echo_member ON echo_member.claim = claim.id
                 CROSS JOIN article ON article.id = claim.article"
            }
            false => {
                "echo_member.cluster FROM article CROSS JOIN claim ON claim.article = article.id
                 CROSS JOIN echo_member ON echo_member.claim = claim.id"
            }
        });
        members.when_in(
            "said.speaker IN (SELECT id FROM name_key WHERE entity IN ({}))",
            filter.actors.iter().map(|&actor| actor.into()),
        );
        filter.narrow_claims(&mut members, Way::ThroughActors);
        filter.narrow_articles(&mut members);
        let (members, values) = members.finish("", None);
        finder.when(format!("echo_cluster.id IN ({members})"), values);
    }
    finder
}
