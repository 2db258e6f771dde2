//! The statements that find links: those of a filter, those among actors, and what reprints repeat of them.

use rusqlite::types::Value;

use super::claims::find_claims_by;
use crate::corpus::filter::{Filter, Finder, Reprints, Way};

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
    if kind == LinkKind::Echo {
        let (claims, values) = claims_of(filter);
        return (format!("{side} IN ({claims})"), values);
    }
    let mut claim = Finder::new("1 FROM claim CROSS JOIN article ON article.id = claim.article");
    claim.when(format!("claim.id = {side}"), []);
    filter.narrow_claims(&mut claim, Way::ArticleByArticle);
    filter.narrow_articles(&mut claim);
    let (sql, values) = claim.finish("", None);
    (format!("EXISTS ({sql})"), values)
}

/// Returns a statement that finds the claims of a filter, one column.
fn claims_of(filter: &Filter) -> (String, Vec<Value>) {
    let filter = Filter { sort: None, limit: None, ..filter.clone() };
    let way = if filter.begins_with_claims() { Way::ThroughActors } else { Way::ArticleByArticle };
    let (sql, values) = find_claims_by(&filter, way).finish("", None);
    (format!("SELECT id FROM ({sql})"), values)
}

/// Tells whether not every claim will do.
pub(super) fn asks_for_claims(filter: &Filter) -> bool {
    filter.is_about_articles() || !filter.tags.is_empty()
}
