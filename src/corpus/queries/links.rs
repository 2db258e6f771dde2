//! Links between claims: disputes, shifts, and echoes pair by pair.

use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};

use super::claims::ClaimDetail;
use super::finding_links::{LinkKind, find_copied, find_links};
use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder, Reprints};
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

const SURE_FIRST: &str = "claim_link.score DESC, min(a.claim_id, b.claim_id), max(a.claim_id, b.claim_id)";
const COPIES_SURE_FIRST: &str = "claim_link.score DESC, min(a.claim_id, b.claim_id), max(a.claim_id, b.claim_id),
    (copy_a.copy <> a.id) + (copy_b.copy <> b.id),
    min(copy_a.copy_id, copy_b.copy_id), max(copy_a.copy_id, copy_b.copy_id)";
const COPIED_ORDER: &str = "copied.published_on NULLS LAST, copied.article_id, copied.ordinal";

/// A link by the rows of its claims, and the rows of the claims of which it is told: the same, or copies of them.
#[derive(Clone, Copy)]
struct TwoPairs([i64; 4]);

impl TwoPairs {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<TwoPairs> {
        Ok(TwoPairs([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))
    }
}

/// Links that were found, so that they can be counted and told without finding them twice.
pub struct FoundLinks<'c> {
    corpus: &'c Corpus,
    pairs: Vec<TwoPairs>,
}

impl FoundLinks<'_> {
    /// Returns how many there are.
    pub fn count(&self) -> usize {
        self.pairs.len()
    }

    /// Hands at most `limit` of them to `each`, the surest first.
    pub fn each(&self, limit: Option<usize>, each: &mut dyn FnMut(LinkRow) -> Result<()>) -> Result<()> {
        self.pairs.iter().take(limit.unwrap_or(usize::MAX)).try_for_each(|&pair| each(self.corpus.link_row(pair)?))
    }
}

/// Finishes a statement that finds links, the surest first.
fn sure_first(finder: Finder, filter: &Filter) -> (String, Vec<Value>) {
    let order = if filter.reprints == Reprints::Collapse { SURE_FIRST } else { COPIES_SURE_FIRST };
    finder.finish(order, filter.limit)
}

impl Corpus {
    /// Hands each link of one kind, one of whose claims the filter finds, to `each`: the surest first.
    ///
    /// Where the filter asks for reprints, a link is told again of the copies of its claims, and every copy comes last as
    /// an echo of what it repeats, in the order of days.
    pub fn links(&self, kind: LinkKind, filter: &Filter, each: &mut dyn FnMut(LinkRow) -> Result<()>) -> Result<()> {
        let mut left = filter.limit;
        self.each_pair(sure_first(find_links(kind, filter), filter), &mut |link| {
            left = left.map(|left| left - 1);
            each(link)
        })?;
        match find_copied(kind, filter) {
            Some(finder) => self.each_pair(finder.finish(COPIED_ORDER, left), each),
            None => Ok(()),
        }
    }

    /// Finds links, the surest first; what is told of them is read when it is asked for.
    pub(super) fn found_links(&self, finder: Finder, filter: &Filter) -> Result<FoundLinks<'_>> {
        let (find, values) = sure_first(finder, filter);
        let mut find = self.connection.prepare_cached(&find)?;
        let pairs = find.query_map(params_from_iter(values), TwoPairs::from_row)?;
        Ok(FoundLinks { corpus: self, pairs: pairs.collect::<rusqlite::Result<_>>()? })
    }

    fn each_pair(
        &self,
        (find, values): (String, Vec<Value>),
        each: &mut dyn FnMut(LinkRow) -> Result<()>,
    ) -> Result<()> {
        let mut find = self.connection.prepare_cached(&find)?;
        let mut found = find.query(params_from_iter(values))?;
        while let Some(row) = found.next()? {
            each(self.link_row(TwoPairs::from_row(row)?)?)?;
        }
        Ok(())
    }

    /// Counts the links of one kind that the filter finds, up to `at_most`.
    pub fn count_links(&self, kind: LinkKind, filter: &Filter, at_most: usize) -> Result<usize> {
        let links = self.count_found(find_links(kind, filter).finish("", None), at_most)?;
        match find_copied(kind, filter) {
            Some(finder) => Ok(links + self.count_found(finder.finish("", None), at_most - links)?),
            None => Ok(links),
        }
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
        pairs.into_iter().map(|(one, other)| self.link_row(TwoPairs([one, other, one, other]))).collect()
    }

    fn link_row(&self, TwoPairs(rows): TwoPairs) -> Result<LinkRow> {
        let mut read = self.connection.prepare_cached(include_str!("sql/link.sql"))?;
        Ok(read.query_row(rows, LinkRow::from_row)?)
    }

    /// Returns the claims of an echo cluster, known by the id of its first, oldest first.
    pub fn claims_of_cluster(&self, first: &str, at_most: usize) -> Result<Vec<ClaimDetail>> {
        let mut find = self.connection.prepare_cached(include_str!("sql/claims_of_cluster.sql"))?;
        let rows = find.query_map(params![first, at_most as i64], |row| row.get(0))?;
        let rows = rows.collect::<rusqlite::Result<Vec<i64>>>()?;
        rows.into_iter().map(|claim| self.claim(claim)).collect()
    }
}
