//! Which side a claim takes on what it speaks of: it says that a thing is so, that it is not so, or leaves it open; and
//! which of two opposite words it uses.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::statement::Given;
use super::words::Words;

/// Where a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// It says that something is so.
    Affirms,
    /// It says that something is not so.
    Rejects,
    /// It asks, or tells what others say.
    Open,
}

/// The sides of one claim.
#[derive(Debug, Clone)]
pub(super) struct Sides {
    pub stand: Stand,
    /// For each pair of opposites used on one side only: the pair and the side.
    pub opposites: Vec<(u16, bool)>,
}

impl Sides {
    pub(super) fn of(given: Given, words: &Words) -> Sides {
        let mut used: HashMap<u16, (bool, bool)> = HashMap::new();
        for (pair, side) in words.content.iter().filter_map(|word| TABLE.opposites.get(word.as_str())).flatten() {
            let sides = used.entry(*pair).or_default();
            if *side { sides.1 = true } else { sides.0 = true }
        }
        let mut opposites: Vec<(u16, bool)> =
            used.into_iter().filter(|(_, (left, right))| left != right).map(|(pair, (_, right))| (pair, right)).collect();
        opposites.sort_unstable();
        Sides { stand: stand(given, words), opposites }
    }
}

fn stand(given: Given, words: &Words) -> Stand {
    let denies = given.cue_class == "deny";
    // Who denies a negated claim affirms it.
    let rejects = given.is_negated.map_or_else(|| has(words, &TABLE.rejects), |negated| negated || has(words, &TABLE.rejects));
    if given.text.contains('?') {
        return Stand::Open;
    }
    match rejects != denies {
        true => Stand::Rejects,
        false if has(words, &TABLE.hedges) => Stand::Open,
        false => Stand::Affirms,
    }
}

/// Tells whether one of some words or pairs of words stands in a claim.
fn has(words: &Words, listed: &HashSet<&str>) -> bool {
    words.all.iter().any(|word| listed.contains(word.as_str()))
        || words.all.windows(2).any(|pair| listed.contains(format!("{} {}", pair[0], pair[1]).as_str()))
}

struct Table {
    opposites: HashMap<&'static str, Vec<(u16, bool)>>,
    rejects: HashSet<&'static str>,
    hedges: HashSet<&'static str>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { opposites: HashMap::new(), rejects: HashSet::new(), hedges: HashSet::new() };
    let mut pairs = 0;
    for (name, listed) in super::lines(include_str!("tables/sides.txt")).filter_map(|line| line.split_once(": ")) {
        match (name, listed.split_once(" / ")) {
            ("pair", Some((left, right))) => {
                for (side, words) in [(false, left), (true, right)] {
                    words.split(' ').for_each(|word| table.opposites.entry(word).or_default().push((pairs, side)));
                }
                pairs += 1;
            }
            ("reject", _) => table.rejects.extend(listed.split(", ")),
            ("hedge", _) => table.hedges.extend(listed.split(", ")),
            _ => {}
        }
    }
    table
});
