//! Everything of one piece that is no person: which name means what. A shorter name means the one longer name it can be
//! the beginning or the end of, an acronym the name whose first letters it has.

use std::collections::HashMap;

use super::EntityKind;
use super::named::is_acronym;
use super::tables::TABLES;

/// What is called what, while names are still coming in.
#[derive(Default)]
pub(super) struct Things {
    by_name: HashMap<(EntityKind, String), usize>,
    /// What stands in parentheses after a name, whatever kind it is taken for further on.
    by_acronym: HashMap<String, usize>,
    /// The first letters of longer names.
    by_initials: HashMap<String, usize>,
    /// What longer names begin and end with; `None` where two do.
    by_part: HashMap<(EntityKind, String), Option<usize>>,
    /// Acronyms whose longer names are not known yet.
    bare_acronyms: HashMap<String, usize>,
}

impl Things {
    /// Returns what a name means, if anything named before.
    pub(super) fn meant(&self, kind: EntityKind, text: &str, folded: &str) -> Option<usize> {
        let key = key_of(text, folded);
        let by_name = |name: &str| self.by_name.get(&(kind, name.to_owned())).copied();
        let known =
            by_name(&key).or_else(|| self.by_acronym.get(&key).copied()).or_else(|| by_name(&inner_name(text)?));
        if known.is_some() || is_acronym(text) {
            return known.or_else(|| self.by_initials.get(&key).copied());
        }
        let longer = self.by_part.get(&(kind, key.clone())).copied().flatten();
        let acronym = || initials(&key).iter().find_map(|initials| self.bare_acronyms.get(initials)).copied();
        longer.or_else(acronym)
    }

    /// Notes that a name was used for a thing.
    pub(super) fn note(&mut self, kind: EntityKind, text: &str, folded: &str, entity: usize) {
        let key = key_of(text, folded);
        if self.by_name.insert((kind, key.clone()), entity).is_some() {
            return;
        }
        if let Some(inner) = inner_name(text) {
            self.by_name.entry((kind, inner)).or_insert(entity);
        }
        if is_acronym(text) {
            self.bare_acronyms.entry(key).or_insert(entity);
            return;
        }
        for initials in initials(&key) {
            self.by_initials.entry(initials).or_insert(entity);
        }
        if is_of_several(text) || kind == EntityKind::Other && is_numbered(&key) {
            return;
        }
        for part in parts(kind, &key) {
            let known = self.by_part.entry((kind, part)).or_insert(Some(entity));
            *known = known.filter(|known| *known == entity);
        }
    }

    /// Notes the acronym that stands in parentheses after a name.
    pub(super) fn note_acronym(&mut self, folded: String, entity: usize) {
        self.by_acronym.insert(folded, entity);
    }
}

/// Tells whether a name joins two: "Marl & Tessel" is neither of them.
pub(super) fn is_of_several(text: &str) -> bool {
    text.contains(" & ")
}

/// Tells whether one word of a folded name is a number: "Ossa 3" and "Ossa 4" are not both "Ossa".
fn is_numbered(folded: &str) -> bool {
    folded.split(' ').any(|word| word.bytes().all(|letter| letter.is_ascii_digit()))
}

/// Returns the name by which a thing is looked up: the usual one of a place, without "the".
pub(super) fn key_of(text: &str, folded: &str) -> String {
    let text = text.replace("U. S.", "U.S.").replace('’', "'");
    let usual = |text: &str| TABLES.place(&text.to_lowercase()).map(crate::name::folded);
    // "The U.S. Congress" is the United States Congress.
    let begun = || text.split_once(' ').filter(|(first, _)| first.contains('.'));
    let whole = || begun().and_then(|(first, rest)| Some(format!("{} {}", usual(first)?, crate::name::folded(rest))));
    let name = usual(&text).or_else(|| usual(&format!("{text}."))).or_else(whole);
    let name = name.as_deref().unwrap_or(folded);
    name.strip_prefix("the ").unwrap_or(name).to_owned()
}

/// Returns the folded name inside a longer one: without whose it is ("Ossa's Water Board"), without where ("the Games in
/// Ossa").
fn inner_name(text: &str) -> Option<String> {
    let owned = text.split_once("'s ").or_else(|| text.split_once("’s ")).map_or(text, |(_, owned)| owned);
    let inner = owned.split_once(" in ").map_or(owned, |(inner, _)| inner);
    let folded = crate::name::folded(inner);
    (inner.len() < text.len() && folded.contains(' ')).then_some(folded)
}

fn is_small(word: &str) -> bool {
    matches!(word, "of" | "the" | "and" | "for" | "on" | "de" | "in")
}

/// Returns the acronyms that a folded name can have: with its small words and without.
fn initials(folded: &str) -> Vec<String> {
    let words: Vec<&str> = folded.split(' ').collect();
    if words.len() < 2 {
        return Vec::new();
    }
    let of = |words: &mut dyn Iterator<Item = &&str>| words.filter_map(|word| word.chars().next()).collect::<String>();
    let mut initials = vec![of(&mut words.iter().filter(|word| !is_small(word))), of(&mut words.iter())];
    initials.retain(|initials| initials.len() > 1);
    initials.dedup();
    initials
}

/// Returns the shorter names that a folded name begins and ends with: "water board" and "board" for "ossa water board",
/// "front" for "front of the north". What a place begins with is another place ("Ossa City"), what follows "of" is
/// something else.
fn parts(kind: EntityKind, folded: &str) -> Vec<String> {
    let words: Vec<&str> = folded.split(' ').collect();
    let end = words.iter().position(|word| is_small(word)).unwrap_or(words.len());
    let begins = (1..words.len()).filter(|_| kind != EntityKind::Place).map(|end| &words[..end]);
    let ends = (1..end).map(|start| &words[start..end]);
    let is_name = |part: &&[&str]| !is_small(part[0]) && !is_small(part[part.len() - 1]);
    let mut parts: Vec<String> = begins.chain(ends).filter(is_name).map(|part| part.join(" ")).collect();
    parts.sort();
    parts.dedup();
    parts
}
