//! Names → keys: what makes two names one, decided from the piece and fixed tables alone.
//!
//! A key is a kind and a folded name, so that names of different kinds never meet. Which entity a key belongs to is
//! the corpus's to decide, from all keys it knows.

mod known;
mod likely;
mod organisation;
mod person;

pub use known::{capital_of, state_of_capital};
pub use likely::{Likely, likely_pairs};

use crate::analysis::{Entity, EntityKind, Gender};
use crate::name::folded;
use known::{Known, known, known_typed, without_article};

/// A name as the corpus keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Kind and folded name: `person:sergey lavrov`.
    pub key: String,
    /// What sort of thing bears it; where a table lists the name, the table decides.
    pub kind: EntityKind,
    /// The name to show, without title and article.
    pub name: String,
    /// Keys of shorter names that can stand for this one; never this key itself, none twice.
    pub shorter: Vec<String>,
}

/// Words that name nobody, whatever an analysis takes them for.
const NOBODY: [&str; 40] = [
    "a",
    "an",
    "the",
    "i",
    "me",
    "my",
    "mine",
    "myself",
    "you",
    "your",
    "yours",
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "it",
    "its",
    "itself",
    "we",
    "us",
    "our",
    "ours",
    "ourselves",
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "this",
    "that",
    "these",
    "those",
    "who",
    "whom",
    "whose",
    "which",
];

/// Returns the name of an entity of a piece, or none when it cannot be anybody's: empty, only a title, a bare
/// initial, a pronoun, digits.
///
/// The same name without a kind, as a piece gives it that does not tell, counts as a shorter form: it belongs to the
/// one thing of that name whose kind is told elsewhere, and stands alone where there are two.
///
/// # Example
///
/// ```
/// use sayso::analysis::{Entity, EntityKind, Gender};
/// use sayso::identity::name_of;
///
/// let entity = |name: &str, kind| Entity { name: name.into(), kind, gender: Gender::Any, aliases: vec![], mentions: vec![] };
/// let name = name_of(&entity("Mr. Anton B. Velden", EntityKind::Person)).expect("a name");
/// assert_eq!(name.key, "person:anton b velden");
/// assert_eq!(name.shorter[..2], ["person:anton velden", "person:velden"]);
/// assert_eq!(name_of(&entity("the U.S.", EntityKind::Organisation)).expect("a name").key, "place:united states");
/// assert_eq!(name_of(&entity("he", EntityKind::Person)), None);
/// ```
pub fn name_of(entity: &Entity) -> Option<Name> {
    let mut name = name_of_kind(entity)?;
    if name.kind != EntityKind::Other {
        let (_, plain) = name.key.split_once(':').expect("a key names its kind");
        let plain = plain.split('/').next().unwrap_or(plain);
        name.shorter.push(key(EntityKind::Other, plain));
    }
    Some(name)
}

fn name_of_kind(entity: &Entity) -> Option<Name> {
    // An event goes by more than one word, or by a year; what is told to be one by a single word is anything.
    let is_one_word = !entity.name.trim().contains([' ', '-']) && !entity.name.contains(|c: char| c.is_ascii_digit());
    if entity.kind == EntityKind::Event && is_one_word {
        return name_of_kind(&Entity { kind: EntityKind::Other, ..entity.clone() });
    }
    if let Some(known) = known(&entity.name, entity.kind) {
        return Some(listed(known));
    }
    let whole = folded(&entity.name);
    let plain = without_article(&whole);
    if !has_letters(&entity.name, plain) || NOBODY.contains(&plain) {
        return None;
    }
    let shorter = match entity.kind {
        EntityKind::Person => return person::name_of(&entity.name, entity.gender),
        EntityKind::Other if person::is_title(&entity.name) => return None,
        EntityKind::Organisation => organisation::shorter(plain, &entity.aliases),
        // "Democrat" for one of the Democrats.
        EntityKind::Group => {
            let one = plain.strip_suffix('s').filter(|one| one.len() > 2).into_iter();
            one.flat_map(|one| [key(EntityKind::Group, one), key(EntityKind::Other, one)]).collect()
        }
        _ => Vec::new(),
    };
    Some(Name { key: key(entity.kind, plain), kind: entity.kind, name: shown(&entity.name), shorter })
}

/// Returns the keys that a name typed by a person could mean, of every kind, those of the tables first. Many are
/// borne by nobody; where the corpus knows none of them, it searches the folded text.
///
/// # Example
///
/// ```
/// use sayso::identity::keys_of_typed;
///
/// assert_eq!(keys_of_typed("america")[0], "place:united states");
/// assert!(keys_of_typed("Mr. Velden").contains(&"person:velden".to_string()));
/// ```
pub fn keys_of_typed(name: &str) -> Vec<String> {
    let whole = folded(name);
    let plain = without_article(&whole);
    if !has_letters(name, plain) {
        return Vec::new();
    }
    let mut keys: Vec<String> = known_typed(name).map(|known| listed(known).key).into_iter().collect();
    keys.extend(person::name_of(name, Gender::Any).map(|name| name.key));
    for kind in EntityKind::ALL.iter().filter(|kind| **kind != EntityKind::Person) {
        let key = key(*kind, plain);
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// Returns the key of a typed name as a name of this kind of thing; none where it cannot be a name.
///
/// # Example
///
/// ```
/// use sayso::identity::key_of_kind;
///
/// assert_eq!(key_of_kind("Mr. Velden", "person").as_deref(), Some("person:velden"));
/// assert_eq!(key_of_kind("?!", "person"), None);
/// ```
pub fn key_of_kind(name: &str, kind: &str) -> Option<String> {
    let kind = EntityKind::ALL.iter().copied().find(|known| known.name() == kind)?;
    let entity =
        Entity { name: name.to_string(), kind, gender: Gender::Any, aliases: Vec::new(), mentions: Vec::new() };
    name_of_kind(&entity).map(|name| name.key)
}

/// Tells whether a name has letters, printed and folded: folding spells out an emoji, and some scripts fold to nothing.
fn has_letters(printed: &str, plain: &str) -> bool {
    printed.contains(char::is_alphabetic) && plain.contains(|letter: char| letter.is_ascii_alphabetic())
}

fn listed(known: Known) -> Name {
    let key = key(known.kind, without_article(&folded(known.name)));
    Name { key, kind: known.kind, name: known.name.to_string(), shorter: Vec::new() }
}

fn key(kind: EntityKind, plain: &str) -> String {
    format!("{}:{plain}", kind.name())
}

/// Returns a printed name with single spaces and without a leading article.
fn shown(printed: &str) -> String {
    let words: Vec<&str> = printed.split_whitespace().collect();
    match words.as_slice() {
        [first, rest @ ..] if !rest.is_empty() && first.eq_ignore_ascii_case("the") => rest.join(" "),
        all => all.join(" "),
    }
}

#[cfg(test)]
mod tests;
