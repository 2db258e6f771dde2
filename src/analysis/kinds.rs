//! What sort of thing a name stands for: by its own words, the tables, and the words right beside it.

use std::ops::Range;

use super::EntityKind;
use super::cues::Bend;
use super::names::is_acronym;
use super::reading::Reading;
use super::tables::{Class, Role, TABLES};

/// Tells what sort of name these words are; `None` where they are no name after all.
///
/// `sentence` is the first word of the sentence; `is_titled` says that a person's title or role stands before.
pub(super) fn kind_of(reading: &Reading, sentence: usize, words: &Range<usize>, is_titled: bool) -> Option<EntityKind> {
    let lower = |word: usize| reading.lower(word);
    let last = lower(words.end - 1);
    let name = reading.words[words.clone()].iter().map(|word| &*word.lower).collect::<Vec<_>>().join(" ");
    // "Mo.", "Ph.D.": short forms that stand for no one.
    if words.len() == 1 && last.ends_with('.') && !is_acronym(reading.words[words.start].text) {
        return None;
    }
    if is_titled {
        return Some(EntityKind::Person);
    }
    if TABLES.place(&name).is_some() {
        return Some(EntityKind::Place);
    }
    if words.len() == 1 && TABLES.demonym(last).is_some() {
        return last.ends_with('s').then_some(EntityKind::Group);
    }
    // "Central Asian", "Jewish": they say which, and name nobody.
    if TABLES.is_adjective(last) {
        return None;
    }
    if let Some(kind) = kind_of_body_before(reading, sentence, words.start) {
        return Some(kind);
    }
    if let Some(kind) = head_of(reading, words) {
        return Some(kind);
    }
    if words.len() == 1 {
        return kind_of_word(reading, sentence, words.start);
    }
    let is_person = TABLES.given_name(lower(words.start)).is_some()
        || is_initial(lower(words.start))
        || matches!(last, "jr." | "sr." | "jr" | "sr" | "ii" | "iii" | "iv")
        || has_particle(reading, words)
        || stands_as_person(reading, words);
    if is_person {
        return Some(EntityKind::Person);
    }
    Some(match stands_as_place(reading, sentence, words.start) {
        true => EntityKind::Place,
        false => EntityKind::Other,
    })
}

/// Returns the kind told by a name's head: its last word, its first before "of", or "Lake", "Mount" in front.
fn head_of(reading: &Reading, words: &Range<usize>) -> Option<EntityKind> {
    let of = words.clone().find(|&word| matches!(reading.lower(word), "of" | "for"));
    let head = of.filter(|&of| of > words.start).map_or(words.end - 1, |of| of - 1);
    let in_front =
        || TABLES.head(reading.lower(words.start)).filter(|kind| *kind == EntityKind::Place && words.len() > 1);
    TABLES.head(reading.lower(head)).or_else(in_front)
}

fn kind_of_word(reading: &Reading, sentence: usize, word: usize) -> Option<EntityKind> {
    let (text, lower) = (reading.words[word].text, reading.lower(word));
    if is_acronym(text) {
        return Some(EntityKind::Organisation);
    }
    if TABLES.given_name(lower).is_some() || stands_as_person(reading, &(word..word + 1)) {
        return Some(EntityKind::Person);
    }
    if TABLES.title(lower).is_some()
        || TABLES.is_title_adjective(lower)
        || !TABLES.roles(lower).is_empty()
        || text.len() < 3
    {
        return None;
    }
    Some(match stands_as_place(reading, sentence, word) {
        true => EntityKind::Place,
        false => EntityKind::Other,
    })
}

fn is_initial(lower: &str) -> bool {
    lower.chars().filter(|letter| letter.is_alphabetic()).count() == 1
}

fn has_particle(reading: &Reading, words: &Range<usize>) -> bool {
    words.clone().skip(1).any(|word| {
        matches!(
            reading.lower(word),
            "de" | "del" | "der" | "van" | "von" | "bin" | "ibn" | "al" | "el" | "da" | "dos" | "di" | "ul"
        )
    })
}

/// Tells whether the words beside a name speak of a person: "Roe, 45,", "Roe, who", "Ann Roe said".
fn stands_as_person(reading: &Reading, words: &Range<usize>) -> bool {
    let next = words.end;
    let is_comma = reading.is(next, ",");
    let has_role = |word: usize| {
        let roles = TABLES.roles(reading.lower(word));
        (roles.contains(&Role::One) || roles.contains(&Role::Speaker)) && !reading.words[word].is_capital
    };
    // "the board's chairman, Ann Roe,"
    let follows_role = words.start > 1 && reading.is(words.start - 1, ",") && has_role(words.start - 2);
    let is_aged = is_comma && reading.class(next + 1) == Class::Number && reading.is(next + 2, ",");
    let is_role = is_comma && (next + 1..reading.words.len().min(next + 5)).any(has_role);
    let is_who = reading.is(next + usize::from(is_comma), "who");
    let speaks = |word: usize| {
        let mut readings = TABLES.cues.readings(reading.lower(word));
        !reading.words[word].is_capital
            && readings.any(|(cue, bend)| cue.takes_clause() && matches!(bend, Bend::Past | Bend::Third))
    };
    let is_full = words.clone().filter(|&word| !reading.words[word].is_joined).count() > 1;
    let is_speaker =
        is_full && (next < reading.words.len() && speaks(next) || words.start > 0 && speaks(words.start - 1));
    is_aged || is_who || is_role || is_speaker || is_full && follows_role
}

/// Tells whether the word before a name is one of place: "in Karst", "near Karst".
fn stands_as_place(reading: &Reading, sentence: usize, word: usize) -> bool {
    word > sentence && matches!(reading.lower(word - 1), "in" | "near" | "outside" | "across" | "throughout" | "around")
}

/// Returns the kind that the noun before a name says: "the news site Korrent", "the town Karst".
pub(super) fn kind_of_body_before(reading: &Reading, sentence: usize, word: usize) -> Option<EntityKind> {
    let noun = word.checked_sub(1).filter(|&noun| noun >= sentence && !reading.words[noun].is_capital)?;
    let lower = reading.lower(noun);
    let is_body = TABLES.roles(lower) == [Role::Body] && !lower.ends_with('s');
    is_body.then_some(match lower {
        "country" | "nation" | "state" | "city" => EntityKind::Place,
        _ => EntityKind::Organisation,
    })
}
