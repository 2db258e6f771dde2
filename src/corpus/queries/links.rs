//! Links between claims: disputes, shifts, and echoes pair by pair.

use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};

use super::claims::{ClaimDetail, find_claims_by};
use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder, Reprints, Way};
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

/// Links with their two claims, then the two of which they are told, and the joins that tell these.
macro_rules! links_told_of {
    ($one:literal, $other:literal $(, $join:expr)*) => {
        concat!(
            "claim_link.claim_a, claim_link.claim_b, ", $one, ", ", $other, "
FROM claim_link
JOIN claim AS a ON a.id = claim_link.claim_a
JOIN claim AS b ON b.id = claim_link.claim_b
LEFT JOIN name_key AS key_a ON key_a.id = a.speaker
LEFT JOIN name_key AS key_b ON key_b.id = b.speaker",
            $($join),*
        )
    };
}

/// Each link told of its own claims.
const FROM: &str = links_told_of!("claim_link.claim_a", "claim_link.claim_b");
/// The same, found through those who make the first claim, where links are many.
const FROM_SPEAKERS: &str = "claim_link.claim_a, claim_link.claim_b, claim_link.claim_a, claim_link.claim_b
FROM name_key AS key_a
CROSS JOIN claim AS a ON a.speaker = key_a.id
CROSS JOIN claim_link ON claim_link.claim_a = a.id
CROSS JOIN claim AS b ON b.id = claim_link.claim_b
CROSS JOIN name_key AS key_b ON key_b.id = b.speaker";
/// Each link told of every two copies of its claims.
const FROM_COPIES: &str = links_told_of!(
    "copy_a.copy",
    "copy_b.copy",
    "\nJOIN (",
    include_str!("sql/copies.sql"),
    ") AS copy_a ON copy_a.claim = claim_link.claim_a\nJOIN (",
    include_str!("sql/copies.sql"),
    ") AS copy_b ON copy_b.claim = claim_link.claim_b"
);
/// A claim, twice in the place of a link, then itself and its copy.
const FROM_COPIED: &str = concat!(
    "copied.claim, copied.claim, copied.claim, copied.copy FROM (",
    include_str!("sql/copies.sql"),
    ") AS copied"
);

const ONE_ACTOR: &str = "(key_a.entity IS NOT NULL AND key_a.entity IS key_b.entity)";
const ANOTHER_DAY: &str = "((SELECT published_on FROM article WHERE id = a.article)
    <> (SELECT published_on FROM article WHERE id = b.article))";

/// What one article says against itself is told of each article that carries it, and not across them.
const OF_ONE_TEXT: &str = "(a.article <> b.article OR copy_a.carrier = copy_b.carrier)";

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

impl Corpus {
    /// Hands each link of one kind, one of whose claims the filter finds, to `each`: the surest first.
    ///
    /// Where the filter asks for reprints, a link is told again of the copies of its claims, and every copy comes last as
    /// an echo of what it repeats, in the order of days.
    pub fn links(&self, kind: LinkKind, filter: &Filter, each: &mut dyn FnMut(LinkRow) -> Result<()>) -> Result<()> {
        let mut left = filter.limit;
        self.found_links(find_links(kind, filter), filter)?.each(None, &mut |link| {
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
        let order = if filter.reprints == Reprints::Collapse { SURE_FIRST } else { COPIES_SURE_FIRST };
        let (find, values) = finder.finish(order, filter.limit);
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

/// Finds the links between claims of some actors (rows of entities), each of two of them.
pub(super) fn find_links_among(actors: &[i64], kind: LinkKind, filter: &Filter) -> Finder {
    // The actors are asked of both sides; what else the filter asks, of one.
    let filter = Filter { actors: Vec::new(), about: Vec::new(), ..filter.clone() };
    let from = if kind == LinkKind::Echo { FROM_SPEAKERS } else { FROM };
    let mut finder = find_links_from(from, kind, &filter);
    for key in ["key_a", "key_b"] {
        finder.when_in(&format!("{key}.entity IN ({{}})"), actors.iter().map(|&actor| Value::from(actor)));
    }
    finder.when("key_a.entity <> key_b.entity", []);
    finder
}

pub(super) fn find_links(kind: LinkKind, filter: &Filter) -> Finder {
    find_links_from(FROM, kind, filter)
}

fn find_links_from(from: &'static str, kind: LinkKind, filter: &Filter) -> Finder {
    let has_copies = filter.reprints != Reprints::Collapse;
    let mut finder = Finder::new(if has_copies { FROM_COPIES } else { from });
    let relation = if kind == LinkKind::Echo { "echo" } else { "dispute" };
    // Where speakers lead to the links, the plus keeps SQLite from going through all of a relation.
    let plus = if from == FROM_SPEAKERS { "+" } else { "" };
    finder.when(format!("{plus}claim_link.relation = ?"), [Value::from(relation.to_string())]);
    finder.when("claim_link.verdict IS NOT 'rejected'", []);
    match kind {
        LinkKind::Echo => {}
        LinkKind::Dispute => finder.when(format!("NOT {ONE_ACTOR}"), []),
        LinkKind::Shift => finder.when(format!("{ONE_ACTOR} AND {ANOTHER_DAY}"), []),
    }
    if has_copies {
        finder.when(OF_ONE_TEXT, []);
        let is_reprinted = "(copy_a.is_reprinted OR copy_b.is_reprinted)";
        narrow_pairs(&mut finder, filter, kind, ["copy_a.copy", "copy_b.copy"], is_reprinted);
    } else {
        narrow_pairs(&mut finder, filter, kind, ["claim_link.claim_a", "claim_link.claim_b"], "");
    }
    finder
}

/// Finds what reprints and replaced versions repeat, each with what it is a copy of; nothing unless those are asked for.
pub(super) fn find_copied(kind: LinkKind, filter: &Filter) -> Option<Finder> {
    if kind != LinkKind::Echo || filter.reprints == Reprints::Collapse {
        return None;
    }
    let mut finder = Finder::new(FROM_COPIED);
    finder.when("NOT copied.is_counted AND copied.is_listed", []);
    narrow_pairs(&mut finder, filter, kind, ["copied.claim", "copied.copy"], "copied.is_reprinted");
    Some(finder)
}

/// Adds that the filter finds one side of a pair. Where it asks for reprints and for nothing else, the pair itself tells,
/// since a list of all claims would be long.
fn narrow_pairs(finder: &mut Finder, filter: &Filter, kind: LinkKind, sides: [&str; 2], is_reprinted: &str) {
    let is_about_reprints_alone = !asks_for_claims(&Filter { reprints: Reprints::Collapse, ..filter.clone() });
    match filter.reprints {
        Reprints::Separate if is_about_reprints_alone => {}
        Reprints::Only if is_about_reprints_alone => finder.when(is_reprinted, []),
        _ if !asks_for_claims(filter) => {}
        _ => {
            let [(one, values), (other, others)] = sides.map(|side| is_found(filter, kind, side));
            finder.when(format!("({one} OR {other})"), [values, others].concat());
        }
    }
}

/// Returns a condition on one side of a pair: that the filter finds that claim. Echoes are many and looked up in a list of what
/// the filter finds; what opposes is little, and asked link by link.
fn is_found(filter: &Filter, kind: LinkKind, side: &str) -> (String, Vec<Value>) {
    if let (LinkKind::Echo, Some((claims, values))) = (kind, claims_of(filter)) {
        return (format!("{side} IN ({claims})"), values);
    }
    let mut claim = Finder::new("1 FROM claim CROSS JOIN article ON article.id = claim.article");
    claim.when(format!("claim.id = {side}"), []);
    filter.narrow_claims(&mut claim, Way::ArticleByArticle);
    filter.narrow_articles(&mut claim);
    let (sql, values) = claim.finish("", None);
    (format!("EXISTS ({sql})"), values)
}

/// Returns a statement that finds the claims of a filter, one column; none where the filter asks for nothing.
pub(super) fn claims_of(filter: &Filter) -> Option<(String, Vec<Value>)> {
    if !asks_for_claims(filter) {
        return None;
    }
    let filter = Filter { sort: None, limit: None, ..filter.clone() };
    let way = if filter.begins_with_claims() { Way::ThroughActors } else { Way::ArticleByArticle };
    let (sql, values) = find_claims_by(&filter, way).finish("", None);
    Some((format!("SELECT id FROM ({sql})"), values))
}

/// Tells whether not every claim will do.
pub(super) fn asks_for_claims(filter: &Filter) -> bool {
    filter.is_about_articles() || !filter.tags.is_empty()
}
