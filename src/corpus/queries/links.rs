//! Links between claims: disputes, shifts, and echoes pair by pair.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::claims::{ClaimDetail, find_claims_by};
use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder, Way};
use crate::error::Result;
use crate::record::Cell;

row! {
    /// A link between two claims, the earlier one first.
    LinkRow {
        claim_a: String => Cell::Id,
        claim_b: String => Cell::Id,
        relation: String,
        rule: String,
        score: f64,
        reason: String,
        content_a: String,
        content_b: String,
        speaker_a: Option<String>,
        speaker_b: Option<String>,
        cue_a: String,
        cue_b: String,
        article_a: String => Cell::Id,
        article_b: String => Cell::Id,
        outlet_a: Option<String>,
        outlet_b: Option<String>,
        published_a: Option<String>,
        published_b: Option<String>,
        headline_a: Option<String>,
        headline_b: Option<String>,
        paragraph_a: i64,
        paragraph_b: i64,
        verdict: Option<String>,
    }
}

row! {
    /// An actor that two articles name.
    SharedActorRow {
        entity_id: String => Cell::Id,
        name: String,
        kind as "type": String,
        mentions_a: i64,
        claims_by_a: i64,
        mentions_b: i64,
        claims_by_b: i64,
    }
}

/// The sorts of link that are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// The same, said in another piece.
    Echo,
    /// One speaks against the other.
    Dispute,
    /// One actor speaks against what it said on an earlier day.
    Shift,
}

const FROM: &str = "claim_link.claim_a, claim_link.claim_b
FROM claim_link
JOIN claim AS a ON a.id = claim_link.claim_a
JOIN claim AS b ON b.id = claim_link.claim_b
LEFT JOIN name_key AS key_a ON key_a.id = a.speaker
LEFT JOIN name_key AS key_b ON key_b.id = b.speaker";

const ONE_ACTOR: &str = "(key_a.entity IS NOT NULL AND key_a.entity IS key_b.entity)";
const ANOTHER_DAY: &str = "((SELECT published_on FROM article WHERE id = a.article)
    <> (SELECT published_on FROM article WHERE id = b.article))";

const SURE_FIRST: &str = "claim_link.score DESC, min(a.claim_id, b.claim_id), max(a.claim_id, b.claim_id)";

impl Corpus {
    /// Hands each link of one kind, one of whose claims the filter finds, to `each`: the surest first.
    pub fn links(&self, kind: LinkKind, filter: &Filter, each: &mut dyn FnMut(LinkRow) -> Result<()>) -> Result<()> {
        self.each_link(find_links(kind, filter), filter.limit, each)
    }

    /// Hands the links that a statement finds, as pairs of rows, to `each`: the surest first.
    pub(super) fn each_link(
        &self,
        finder: Finder,
        limit: Option<usize>,
        each: &mut dyn FnMut(LinkRow) -> Result<()>,
    ) -> Result<()> {
        let (sql, values) = finder.finish(SURE_FIRST, limit);
        let mut find = self.connection.prepare_cached(&sql)?;
        let mut found = find.query(params_from_iter(values))?;
        while let Some(row) = found.next()? {
            each(self.link_row(row.get(0)?, row.get(1)?)?)?;
        }
        Ok(())
    }

    /// Counts the links of one kind that the filter finds, up to `at_most`.
    pub fn count_links(&self, kind: LinkKind, filter: &Filter, at_most: usize) -> Result<usize> {
        self.count_found(find_links(kind, filter).finish("", None), at_most)
    }

    /// Returns the links of one claim (by row), the surest first.
    pub fn links_of_claim(&self, claim: i64) -> Result<Vec<LinkRow>> {
        self.links_at(include_str!("sql/links_of_claim.sql"), [claim, claim])
    }

    /// Returns the links between the claims of two articles (by row), in the order of the first one's text.
    pub fn links_between(&self, one: i64, other: i64) -> Result<Vec<LinkRow>> {
        self.links_at(include_str!("sql/links_between.sql"), [one, other])
    }

    /// Returns the actors that two articles (by row) both name, those spoken of most first.
    pub fn shared_actors(&self, one: i64, other: i64) -> Result<Vec<SharedActorRow>> {
        let mut find = self.connection.prepare_cached(include_str!("sql/shared_actors.sql"))?;
        Ok(find.query_map([one, other], SharedActorRow::from_row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Counts all links there are.
    pub fn count_all_links(&self) -> Result<u64> {
        let count: i64 = self.connection.query_row("SELECT COUNT(*) FROM claim_link", [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    fn links_at(&self, sql: &str, rows: [i64; 2]) -> Result<Vec<LinkRow>> {
        let mut find = self.connection.prepare_cached(sql)?;
        let pairs = find.query_map(rows, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let pairs = pairs.collect::<rusqlite::Result<Vec<(i64, i64)>>>()?;
        pairs.into_iter().map(|(one, other)| self.link_row(one, other)).collect()
    }

    fn link_row(&self, one: i64, other: i64) -> Result<LinkRow> {
        let mut read = self.connection.prepare_cached(include_str!("sql/link.sql"))?;
        Ok(read.query_row([one, other], LinkRow::from_row)?)
    }

    /// Returns the claims of an echo cluster (by row), oldest first.
    pub fn claims_of_cluster(&self, cluster: i64, at_most: usize) -> Result<Vec<ClaimDetail>> {
        let mut find = self.connection.prepare_cached(include_str!("sql/claims_of_cluster.sql"))?;
        let rows = find.query_map([cluster, at_most as i64], |row| row.get(0))?;
        let rows = rows.collect::<rusqlite::Result<Vec<i64>>>()?;
        rows.into_iter().map(|claim| self.claim(claim)).collect()
    }
}

pub(super) fn find_links(kind: LinkKind, filter: &Filter) -> Finder {
    let mut finder = Finder::new(FROM);
    let relation = if kind == LinkKind::Echo { "echo" } else { "dispute" };
    finder.when("claim_link.relation = ?", [Value::from(relation.to_string())]);
    finder.when("claim_link.verdict IS NOT 'rejected'", []);
    match kind {
        LinkKind::Echo => {}
        LinkKind::Dispute => finder.when(format!("NOT {ONE_ACTOR}"), []),
        LinkKind::Shift => finder.when(format!("{ONE_ACTOR} AND {ANOTHER_DAY}"), []),
    }
    if let Some((claims, values)) = claims_of(filter) {
        let twice = values.iter().chain(&values).cloned().collect::<Vec<_>>();
        finder.when(format!("(claim_link.claim_a IN ({claims}) OR claim_link.claim_b IN ({claims}))"), twice);
    }
    finder
}

/// Returns a statement that finds the claims of a filter, one column; none where the filter asks for nothing.
pub(super) fn claims_of(filter: &Filter) -> Option<(String, Vec<Value>)> {
    let filter = Filter { sort: None, limit: None, ..filter.clone() };
    if !filter.is_about_articles() {
        return None;
    }
    let way = if filter.names_actors() { Way::ThroughActors } else { Way::ArticleByArticle };
    let (sql, values) = find_claims_by(&filter, way).finish("", None);
    Some((format!("SELECT id FROM ({sql})"), values))
}
