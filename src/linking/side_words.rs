//! The words that tell on which side a claim stands (`tables/sides.txt`).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::table::named_lines;

/// What a sign of rejection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Negation,
    Denial,
    Verdict,
}

/// The table, by the names of its lines.
#[derive(Default)]
pub(super) struct Table {
    pub denials: HashSet<&'static str>,
    pub dismissals: HashSet<&'static str>,
    pub withholding: HashSet<&'static str>,
    pub calling: HashSet<&'static str>,
    pub scorn: HashSet<&'static str>,
    pub words: HashSet<&'static str>,
    pub against: HashSet<&'static str>,
    pub enduring: HashSet<&'static str>,
    pub inclined: HashSet<&'static str>,
    pub turning: HashSet<&'static str>,
    pub opposites: HashMap<&'static str, Vec<(u16, bool)>>,
    pub signs: HashMap<&'static str, Sign>,
    pub hedges: HashSet<&'static str>,
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    let mut pairs = 0;
    for (name, listed) in named_lines(include_str!("tables/sides.txt")) {
        match (name, listed.split_once(" / ")) {
            ("pair", Some((left, right))) => {
                for (side, words) in [(false, left), (true, right)] {
                    words.split(' ').for_each(|word| table.opposites.entry(word).or_default().push((pairs, side)));
                }
                pairs += 1;
            }
            ("negate", _) => table.signs.extend(listed.split(", ").map(|word| (word, Sign::Negation))),
            ("deny", _) => table.signs.extend(listed.split(", ").map(|word| (word, Sign::Denial))),
            ("verdict", _) => table.signs.extend(listed.split(", ").map(|word| (word, Sign::Verdict))),
            ("hedge", _) => table.hedges.extend(listed.split(", ")),
            ("denial", _) => table.denials.extend(listed.split(' ')),
            ("dismissal", _) => table.dismissals.extend(listed.split(' ')),
            ("calling", _) => table.calling.extend(listed.split(' ')),
            ("scorn", _) => table.scorn.extend(listed.split(' ')),
            ("withhold", _) => table.withholding.extend(listed.split(' ')),
            ("against", _) => table.against.extend(listed.split(' ')),
            ("enduring", _) => table.enduring.extend(listed.split(' ')),
            ("inclined", _) => table.inclined.extend(listed.split(' ')),
            ("turning", _) => table.turning.extend(listed.split(' ')),
            ("words", _) => table.words.extend(listed.split(' ')),
            _ => {}
        }
    }
    table
});
