//! The word lists of the rules, read once from the text files beside this one. What words do in a sentence is decided
//! elsewhere; here they are only looked up.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::{EntityKind, Gender};
use crate::name::folded;
use crate::table::{lines, named_lines};

/// All tables, shared by every analysis.
pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);

/// What a small word does in a clause; `Open` is every other word, `Mark` punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Determiner,
    Possessive,
    Subject,
    Pronoun,
    Preposition,
    Conjunction,
    Subordinator,
    Question,
    That,
    Auxiliary,
    Modal,
    Negation,
    Adverb,
    Time,
    Verb,
    Number,
    Open,
    Mark,
}

/// What a common noun says of someone who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Someone in an office, who may be bound to a name.
    One,
    /// Someone who speaks for a body.
    Speaker,
    /// People whom texts keep unnamed.
    Many,
    /// An organisation or a state.
    Body,
}

/// Every word list.
pub(super) struct Tables {
    classes: HashMap<&'static str, Class>,
    given_names: HashMap<&'static str, Gender>,
    titles: HashMap<&'static str, Gender>,
    title_adjectives: HashMap<&'static str, ()>,
    demonyms: HashSet<&'static str>,
    heads: HashMap<&'static str, EntityKind>,
    roles: HashMap<&'static str, Vec<Role>>,
    /// Lower-case name of a place to the first name of its line.
    places: HashMap<String, &'static str>,
    /// The folded first names of states.
    states: HashSet<String>,
}

impl Tables {
    fn read() -> Self {
        let mut tables = Tables {
            classes: classed(include_str!("tables/words.txt"), class_named),
            given_names: classed(include_str!("tables/given_names.txt"), gender_named),
            titles: classed(include_str!("tables/titles.txt"), gender_named),
            title_adjectives: classed(include_str!("tables/titles.txt"), |name| (name == "adjective").then_some(())),
            heads: classed(include_str!("tables/heads.txt"), |name| {
                EntityKind::ALL.iter().copied().find(|kind| kind.name() == name)
            }),
            demonyms: lines(include_str!("tables/demonyms.txt")).flat_map(str::split_whitespace).collect(),
            roles: HashMap::new(),
            places: HashMap::new(),
            states: HashSet::new(),
        };
        for (role, words) in named_lines(include_str!("tables/roles.txt")) {
            for word in words.split(' ') {
                tables.roles.entry(word).or_default().extend(role_named(role));
            }
        }
        let states = || lines(include_str!("tables/states.txt"));
        let first_name = |line: &'static str| line.split(", ").next().unwrap_or(line);
        tables.states = states().map(|line| folded(first_name(line))).collect();
        for line in states().chain(lines(include_str!("tables/places.txt"))) {
            let first = first_name(line);
            tables.places.extend(line.split(", ").map(|name| (name.to_lowercase(), first)));
        }
        tables
    }

    /// Returns what a lower-case word does in a clause, if it is one of the small words.
    pub(super) fn class(&self, lower: &str) -> Option<Class> {
        self.classes.get(lower).copied()
    }

    /// Returns the gender of a lower-case given name.
    pub(super) fn given_name(&self, lower: &str) -> Option<Gender> {
        self.given_names.get(lower).copied()
    }

    /// Returns the gender told by a lower-case title, with or without its full stop.
    pub(super) fn title(&self, lower: &str) -> Option<Gender> {
        self.titles.get(lower.trim_end_matches('.')).copied()
    }

    /// Tells whether a lower-case word may stand before a title ("former", "foreign").
    pub(super) fn is_title_adjective(&self, lower: &str) -> bool {
        self.title_adjectives.contains_key(lower)
    }

    /// Tells whether a lower-case word, singular or plural, names a people by its state.
    pub(super) fn is_demonym(&self, lower: &str) -> bool {
        self.demonyms.contains(lower) || lower.strip_suffix('s').is_some_and(|word| self.demonyms.contains(word))
    }

    /// Returns what sort of name this lower-case word makes, as its last word or before "of".
    pub(super) fn head(&self, lower: &str) -> Option<EntityKind> {
        self.heads.get(lower).copied()
    }

    /// Returns what a lower-case common noun, singular or plural, says of a speaker.
    pub(super) fn roles(&self, lower: &str) -> &[Role] {
        let singular = || lower.strip_suffix("men").and_then(|stem| self.roles.get(format!("{stem}man").as_str()));
        let bare = lower.strip_suffix("ies").map(|stem| format!("{stem}y"));
        self.roles
            .get(lower)
            .or_else(|| self.roles.get(lower.strip_suffix('s')?))
            .or_else(|| self.roles.get(bare?.as_str()))
            .or_else(singular)
            .map_or(&[], Vec::as_slice)
    }

    /// Tells whether a folded name is the usual one of a state.
    pub(super) fn is_state(&self, folded: &str) -> bool {
        self.states.contains(folded)
    }

    /// Returns the usual name of a place, by any of its names in lower case.
    pub(super) fn place(&self, lower: &str) -> Option<&'static str> {
        self.places.get(lower).copied()
    }
}

/// Reads lines of "name: word word ..." into a map; lines whose name means nothing here are passed over.
fn classed<T: Copy>(table: &'static str, named: impl Fn(&str) -> Option<T>) -> HashMap<&'static str, T> {
    named_lines(table)
        .filter_map(|(name, words)| Some((named(name)?, words)))
        .flat_map(|(value, words)| words.split_whitespace().map(move |word| (word, value)))
        .collect()
}

fn class_named(name: &str) -> Option<Class> {
    Some(match name {
        "determiner" => Class::Determiner,
        "possessive" => Class::Possessive,
        "subject" => Class::Subject,
        "pronoun" => Class::Pronoun,
        "preposition" => Class::Preposition,
        "conjunction" => Class::Conjunction,
        "subordinator" => Class::Subordinator,
        "question" => Class::Question,
        "that" => Class::That,
        "auxiliary" => Class::Auxiliary,
        "modal" => Class::Modal,
        "negation" => Class::Negation,
        "adverb" => Class::Adverb,
        "time" => Class::Time,
        "verb" => Class::Verb,
        _ => return None,
    })
}

fn gender_named(name: &str) -> Option<Gender> {
    Some(match name {
        "he" => Gender::He,
        "she" => Gender::She,
        "any" => Gender::Any,
        _ => return None,
    })
}

fn role_named(name: &str) -> Option<Role> {
    Some(match name {
        "one" => Role::One,
        "speaker" => Role::Speaker,
        "many" => Role::Many,
        "body" => Role::Body,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_table_is_understood() {
        let named = |table: &'static str, known: fn(&str) -> bool| {
            for line in lines(table) {
                let (name, words) = line.split_once(": ").expect("a name, a colon and words");
                assert!(known(name) && !words.trim().is_empty(), "{line}");
            }
        };
        named(include_str!("tables/words.txt"), |name| class_named(name).is_some());
        named(include_str!("tables/given_names.txt"), |name| gender_named(name).is_some());
        named(include_str!("tables/titles.txt"), |name| name == "adjective" || gender_named(name).is_some());
        named(include_str!("tables/roles.txt"), |name| role_named(name).is_some());
        named(include_str!("tables/heads.txt"), |name| EntityKind::ALL.iter().any(|kind| kind.name() == name));
    }

    #[test]
    fn plurals_find_their_singular() {
        assert_eq!(TABLES.roles("spokesmen"), [Role::Speaker]);
        assert_eq!(TABLES.roles("ministries"), [Role::Body]);
        assert_eq!(TABLES.roles("officials"), [Role::Many]);
        assert!(TABLES.roles("tomatoes").is_empty());
    }

    #[test]
    fn places_have_one_name() {
        assert_eq!(TABLES.place("u.s."), Some("United States"));
    }
}
