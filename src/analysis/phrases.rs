//! Noun phrases by the parse: the word that one is about.

use std::ops::Range;

use super::reading::Reading;
use super::tables::{Role, TABLES};

/// Returns the noun that a phrase is about: the common noun beside a name ("ambassador Lee") where there is one, else
/// the word that the rest hangs on.
pub(super) fn head(reading: &Reading, phrase: &Range<usize>) -> Option<usize> {
    let tags = &reading.answers.tags;
    let is_outer = |word: &usize| tags[*word].head.is_none_or(|head| !phrase.contains(&head));
    let words = || phrase.clone().filter(|&word| reading.words[word].is_word());
    let outer = words().find(is_outer).or_else(|| words().next_back())?;
    let says_role = |word: &usize| !reading.words[*word].is_capital && !TABLES.roles(reading.lower(*word)).is_empty();
    let is_beside = |word: &usize| {
        let relation = tags[*word].relation();
        *word == outer || tags[*word].head == Some(outer) && matches!(relation, "compound" | "appos" | "flat" | "nmod")
    };
    // "University students" are students, whatever stands before them.
    let is_name = reading.answers.tags[outer].upos == "PROPN";
    let beside = words().filter(|_| is_name).filter(is_beside).find(says_role);
    Some(beside.unwrap_or(outer))
}

/// Returns what a phrase's head says of a speaker.
pub(super) fn roles<'r>(reading: &'r Reading, phrase: &Range<usize>) -> &'r [Role] {
    head(reading, phrase).map_or(&[], |word| TABLES.roles(reading.lower(word)))
}
