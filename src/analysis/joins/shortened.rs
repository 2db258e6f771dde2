//! A name and its short form: the first letters of its words in whatever capitals ("IoT", "TB6" for "Tessel Board 6"),
//! whole words beside first letters ("AO Bridge" for the Anna Orlu Bridge), clipped words ("Tess State" for Tessel State
//! University).

use std::collections::HashMap;

use super::{SORTS, Thing};
use crate::analysis::EntityKind;

/// The most words of a name that has a short form.
const LONGEST: usize = 12;

/// The place of a thing, and the words of one of its names.
type Spelled<'t> = (usize, Vec<&'t str>);

pub(super) fn pairs(things: &[Thing]) -> Vec<(usize, usize)> {
    // A short form begins as the name does.
    let mut longer: HashMap<(EntityKind, u8), Vec<Spelled<'_>>> = HashMap::new();
    for (at, thing) in things.iter().enumerate() {
        for name in &thing.names {
            let words: Vec<&str> = name.key.split(' ').collect();
            if (2..=LONGEST).contains(&words.len()) {
                longer.entry((thing.kind, name.key.as_bytes()[0])).or_default().push((at, words));
            }
        }
    }
    let mut pairs = Vec::new();
    for (at, thing) in things.iter().enumerate() {
        let short_forms = thing.names.iter().filter_map(|name| {
            let near = longer.get(&(thing.kind, *name.key.as_bytes().first()?))?;
            let words = words_of(name.text);
            // What only lacks its end is left to `longer`.
            let is_begin = |long: &[&str]| words.iter().zip(long).all(|(word, long)| word.folded == *long);
            let fits =
                |(other, long): &&(usize, Vec<&str>)| *other != at && !is_begin(long) && is_short_for(&words, long);
            let mut found: Vec<usize> = near.iter().filter(fits).map(|(other, _)| *other).collect();
            found.dedup();
            Some(found)
        });
        for found in short_forms {
            if let [only] = found.as_slice() {
                pairs.push((at, *only));
            }
        }
    }
    pairs
}

/// A word of a name as printed.
struct Word {
    folded: String,
    /// Whether it has two capitals or figures: "IoT", "TB6".
    is_letters: bool,
    is_capital: bool,
}

fn words_of(text: &str) -> Vec<Word> {
    let word = |word: &str| {
        let marks = word.chars().filter(|letter| letter.is_uppercase() || letter.is_ascii_digit()).count();
        Word {
            folded: crate::name::folded(word),
            is_letters: marks > 1 && word.chars().count() <= 6,
            is_capital: word.starts_with(char::is_uppercase),
        }
    };
    text.split([' ', '-', '–']).filter(|text| text.contains(char::is_alphanumeric)).map(word).collect()
}

/// Tells whether words stand for all words of a longer name, in order. Small words may be left out, and so may what sort
/// of body it is, at the end.
fn is_short_for(short: &[Word], long: &[&str]) -> bool {
    let Some((word, rest)) = short.split_first() else {
        return matches!(long, [last] if SORTS.contains(last)) || long.iter().all(|word| is_small(word));
    };
    let Some((first, others)) = long.split_first() else { return false };
    if is_small(first) && word.folded != *first && is_short_for(short, others) {
        return true;
    }
    let is_word = word.folded == *first || word.is_capital && is_clipped(&word.folded, first);
    if is_word && is_short_for(rest, others) {
        return true;
    }
    word.is_letters && after_letters(word.folded.as_bytes(), long).is_some_and(|others| is_short_for(rest, others))
}

/// Tells whether a word is the beginning of another, and more is missing than an ending.
fn is_clipped(short: &str, long: &str) -> bool {
    short.len() >= 3 && short.len() + 4 <= long.len() && long.starts_with(short)
}

/// Returns the words that are left when each letter has taken the word that begins with it: at least two words.
fn after_letters<'w, 's>(letters: &[u8], long: &'w [&'s str]) -> Option<&'w [&'s str]> {
    let mut left = long;
    for letter in letters {
        // "IoT" has the small word's letter, "TB" leaves it out.
        while left.first().is_some_and(|word| is_small(word) && word.as_bytes()[0] != *letter) {
            left = &left[1..];
        }
        left = left.split_first().filter(|(word, _)| word.as_bytes().first() == Some(letter))?.1;
    }
    (letters.len() > 1).then_some(left)
}

fn is_small(word: &str) -> bool {
    matches!(word, "of" | "the" | "and" | "for" | "on" | "de" | "in")
}
