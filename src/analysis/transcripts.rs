//! Interviews and debates printed as turns, "LEE: We will not sell.": where a turn's label stands, and whom it names.
//! What the turn says is left to `quoted`.

use std::ops::Range;

use super::EntityKind;
use super::Gender;
use super::named::Name;
use super::reading::{Passage, Reading};
use super::tables::TABLES;

/// How many words a label has at most.
const LONGEST: usize = 5;

/// Returns the words before the colon of a turn: a name in capitals, or the "Q" and "A" of question and answer.
pub(super) fn label(reading: &Reading, passage: &Passage) -> Option<Range<usize>> {
    let mut words = passage.words.clone();
    // A debate that is quoted turn by turn: "LEE: We will not sell.
    words.start += usize::from(
        words.start < words.end && reading.quote_at(words.start).is_some() && !reading.words[words.start].is_word(),
    );
    let colon = words.clone().take(LONGEST + 1).find(|&word| reading.is(word, ":"))?;
    let label = words.start..colon;
    let is_letter = label.len() == 1 && matches!(reading.words[label.start].text, "Q" | "A");
    let is_shouted = |word: usize| {
        let word = &reading.words[word];
        !word.is_word() || word.text.chars().count() > 1 && !word.text.contains(char::is_lowercase)
    };
    let is_name = !label.is_empty() && reading.words[label.start].is_capital && label.clone().all(is_shouted);
    (is_letter || is_name).then_some(label)
}

/// Tells whether a turn asks: that of "Q", or one that ends on a question mark.
pub(super) fn asks(reading: &Reading, passage: &Passage, label: &Range<usize>) -> bool {
    // A quotation mark or a bracket may follow.
    let mut last = passage.words.clone().rev().take(3);
    reading.words[label.start].text == "Q" || last.any(|word| reading.is(word, "?"))
}

/// Returns the name that a label is when no other name of the piece is like it: a body by its last word, else a person.
pub(super) fn name_of(reading: &Reading, label: Range<usize>) -> Option<Name> {
    let is_plain = label.clone().all(|word| reading.words[word].is_word());
    let kind = TABLES.head(reading.lower(label.end - 1)).unwrap_or(EntityKind::Person);
    let title = label.start..label.start;
    let is_letter = reading.words[label.start].text.len() == 1;
    (is_plain && !is_letter).then_some(Name { words: label, kind, gender: Gender::Any, title })
}
