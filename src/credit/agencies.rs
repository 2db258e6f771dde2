//! The table of news agencies, and how their names are found in a line.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::name::folded;
use crate::table::lines;

/// A news agency: a line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Agency(usize);

struct Table {
    names: Vec<&'static str>,
    /// Every name as it is printed.
    printed: HashMap<&'static str, Agency>,
    /// Every name folded.
    folded: HashMap<String, Agency>,
    /// Words of the longest name.
    longest: usize,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { names: Vec::new(), printed: HashMap::new(), folded: HashMap::new(), longest: 0 };
    for (number, line) in lines(include_str!("agencies.txt")).enumerate() {
        for name in line.split(" | ") {
            table.printed.insert(name, Agency(number));
            table.folded.insert(folded(name), Agency(number));
            table.longest = table.longest.max(name.split(' ').count());
        }
        table.names.push(line.split(" | ").next().unwrap_or_default());
    }
    table
});

/// Tells whether an outlet of this name is a news agency.
pub fn is_agency(outlet: &str) -> bool {
    TABLE.folded.contains_key(&folded(outlet))
}

impl Agency {
    /// Returns the agency that goes by exactly these words, but for marks around them and, in longer names, case.
    pub fn called(words: &str) -> Option<Agency> {
        let words = words.trim_matches(|character: char| !character.is_alphanumeric());
        // "PA", "CP" and "AA" in small letters are other words.
        let is_abbreviation = words.chars().count() <= 5 && !words.contains(' ');
        match is_abbreviation {
            true => TABLE.printed.get(words).copied(),
            false => TABLE.folded.get(&folded(words)).copied(),
        }
    }

    /// Returns the name that is shown.
    pub fn name(self) -> &'static str {
        TABLE.names[self.0]
    }
}

/// Returns the agencies that a line names, in its order, each once; of two names at one place the longer.
pub(super) fn named_in(line: &str) -> Vec<Agency> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut named = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = TABLE.longest.min(words.len() - at);
        let found = (1..=longest).rev().find_map(|count| {
            let agency = Agency::called(&words[at..at + count].join(" "))?;
            Some((agency, count))
        });
        let (agency, count) = found.map_or((None, 1), |(agency, count)| (Some(agency), count));
        named.extend(agency.filter(|agency| !named.contains(agency)));
        at += count;
    }
    named
}
