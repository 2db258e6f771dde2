//! Which things of a piece are the same though they were gathered apart: what only the whole piece tells. Names come in
//! one by one in `entities`; here all of them are known, how often each stands, and who else could be meant.
//!
//! Every step is silent where two could be meant: two actors that are one can be joined later, one that is two is wrong
//! in every answer.

mod longer;
mod nation;
mod offices;
mod shortened;
mod slips;

use super::{EntityKind, Gender};

/// What a piece calls one person or thing.
#[derive(Debug)]
pub(super) struct Thing<'t> {
    pub(super) kind: EntityKind,
    pub(super) gender: Gender,
    /// Its names, none twice, in order of first mention.
    pub(super) names: Vec<Called<'t>>,
    /// The titles it is given, folded.
    pub(super) titles: Vec<String>,
}

/// One name of a thing.
#[derive(Debug)]
pub(super) struct Called<'t> {
    /// As first printed.
    pub(super) text: &'t str,
    /// As names are compared.
    pub(super) key: String,
    /// How often it stands in the piece.
    pub(super) count: usize,
}

impl Thing<'_> {
    fn count(&self) -> usize {
        self.names.iter().map(|name| name.count).sum()
    }

    /// Tells whether no name of it has more words than this.
    fn is_at_most(&self, words: usize) -> bool {
        self.names.iter().all(|name| name.key.split(' ').count() <= words)
    }
}

/// Words at the end of a body's name that are left out when it is spoken of: "Tessel" for Tessel University.
const SORTS: [&str; 17] = [
    "university",
    "college",
    "school",
    "airlines",
    "airways",
    "company",
    "corporation",
    "corp",
    "inc",
    "ltd",
    "llc",
    "plc",
    "group",
    "holdings",
    "bank",
    "party",
    "club",
];

/// Finds pairs of one thing among all things of a piece.
type Step = fn(&[Thing]) -> Vec<(usize, usize)>;

const STEPS: [Step; 5] = [longer::pairs, shortened::pairs, slips::pairs, offices::pairs, nation::pairs];

/// Returns for each thing the first that is the same: itself where none before it is.
pub(super) fn firsts(things: &[Thing]) -> Vec<usize> {
    let mut firsts: Vec<usize> = (0..things.len()).collect();
    for (one, other) in STEPS.iter().flat_map(|step| step(things)) {
        let (one, other) = (first(&firsts, one), first(&firsts, other));
        firsts[one.max(other)] = one.min(other);
    }
    (0..things.len()).map(|thing| first(&firsts, thing)).collect()
}

fn first(firsts: &[usize], mut thing: usize) -> usize {
    while firsts[thing] != thing {
        thing = firsts[thing];
    }
    thing
}

/// Returns the one thing that is meant: the only one, or one spoken of at least three times as often as all others.
fn meant(things: &[Thing], candidates: &[usize]) -> Option<usize> {
    let all: usize = candidates.iter().map(|&candidate| things[candidate].count()).sum();
    let is_meant = |&&candidate: &&usize| {
        let own = things[candidate].count();
        candidates.len() == 1 || own >= 3 * (all - own)
    };
    candidates.iter().find(is_meant).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thing(kind: EntityKind, text: &str, count: usize) -> Thing<'_> {
        let names = vec![Called { text, key: crate::name::folded(text), count }];
        Thing { kind, gender: Gender::Any, names, titles: Vec::new() }
    }

    fn is_joined(kind: EntityKind, one: (&str, usize), other: (&str, usize)) -> bool {
        firsts(&[thing(kind, one.0, one.1), thing(kind, other.0, other.1)]) == [0, 0]
    }

    #[test]
    fn longer_names_explain_shorter_ones() {
        assert!(is_joined(EntityKind::Place, ("Ossa", 3), ("City of Ossa", 1)));
        assert!(is_joined(EntityKind::Organisation, ("Senate", 3), ("Senate of Tessel", 1)));
        assert!(is_joined(EntityKind::Person, ("Tomas Reed", 2), ("Engineer Tomas Reed", 1)));
        assert!(!is_joined(EntityKind::Organisation, ("Tessel", 2), ("South Tessel", 1)));
        assert!(!is_joined(EntityKind::Place, ("Ossa", 2), ("Ossa City", 1)));
    }

    #[test]
    fn short_forms_and_slips_lead_to_the_name() {
        assert!(is_joined(EntityKind::Organisation, ("Tess State", 2), ("Tesselmark State University", 1)));
        assert!(is_joined(EntityKind::Place, ("AO Bridge", 1), ("Anna Orlu Bridge", 2)));
        assert!(is_joined(EntityKind::Person, ("Kristin Halvard", 1), ("Kristen Halvard", 3)));
        assert!(!is_joined(EntityKind::Person, ("Hansen", 2), ("Hanson", 2)));
        assert!(!is_joined(EntityKind::Place, ("Corvan", 1), ("Corvans", 3)));
    }

    #[test]
    fn the_nation_is_the_state_spoken_of() {
        assert!(is_joined(EntityKind::Place, ("Nation", 1), ("Norway", 2)));
        assert!(!is_joined(EntityKind::Organisation, ("Nation", 1), ("Norway", 2)));
    }
}
