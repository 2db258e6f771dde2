//! Noun phrases without a grammar: how far one reaches to the left or right of a word, by the small words and commas
//! around it. Rough on purpose; a trained parser takes this file's place later.

use std::ops::Range;

use super::reading::Reading;
use super::tables::{Class, Role, TABLES};

/// No phrase is longer, so that a hostile sentence costs no more than its length.
const LONGEST: usize = 40;

/// Returns the noun phrase that ends just before the word `end`, not reaching before `floor`.
pub(super) fn noun_phrase_before(reading: &Reading, floor: usize, end: usize) -> Option<Range<usize>> {
    let floor = floor.max(end.saturating_sub(LONGEST));
    let last = end.checked_sub(1).filter(|&last| last >= floor)?;
    if reading.is(last, ",") || reading.is(last, ")") {
        return phrase_with_insert(reading, floor, last);
    }
    if matches!(reading.class(last), Class::Subject | Class::Pronoun) {
        return Some(last..end);
    }
    let start = phrase_start(reading, floor, end)?;
    Some(with_apposed_head(reading, floor, start)..end)
}

/// Returns "Ann Lee, the ambassador," or "Ann Lee, who arrived on Monday,": the phrase before an insertion that ends
/// at the mark `last`, with the insertion.
fn phrase_with_insert(reading: &Reading, floor: usize, last: usize) -> Option<Range<usize>> {
    let opening = if reading.is(last, ",") { "," } else { "(" };
    let open = (floor..last).rev().find(|&word| reading.is(word, opening))?;
    let inside = open + 1;
    let is_insert = opening == "("
        || matches!(reading.class(inside), Class::Determiner | Class::Possessive | Class::Number | Class::Preposition)
        || reading.is(inside, "who")
        || reading.is(inside, "which")
        || reading.is(inside, "whose")
        || reading.words[inside].is_capital
        || !TABLES.roles(reading.lower(inside)).is_empty()
        || TABLES.is_title_adjective(reading.lower(inside));
    if !is_insert || inside >= last {
        return None;
    }
    let start = phrase_start(reading, floor, open)?;
    Some(start..last)
}

/// Walks left over one noun phrase and returns its first word.
fn phrase_start(reading: &Reading, floor: usize, end: usize) -> Option<usize> {
    let mut start = end;
    while start > floor {
        let word = start - 1;
        let joins = match reading.class(word) {
            Class::Open | Class::Number => !is_verb_between(reading, floor, word, start == end),
            Class::Determiner | Class::Possessive => true,
            Class::Adverb => {
                start < end && reading.class(start) != Class::Subject && word > floor && is_modifier(reading, word)
            }
            Class::Preposition => {
                start < end && has_noun_before(reading, floor, word) && joins_nouns(reading.lower(word))
            }
            Class::Conjunction => start < end && reading.lower(word) != "but" && has_noun_before(reading, floor, word),
            Class::Mark => start < end && is_inner_mark(reading, word),
            _ => false,
        };
        if !joins || opens_a_new_phrase(reading, word, start, end) {
            break;
        }
        start = word;
    }
    while start < end
        && matches!(reading.class(start), Class::Conjunction | Class::Mark | Class::Preposition | Class::Adverb)
    {
        start += 1;
    }
    (start < end).then_some(start)
}

/// Tells whether `word` begins nothing that the phrase at `start` could go on from: "In Geneva | the minister".
fn opens_a_new_phrase(reading: &Reading, word: usize, start: usize, end: usize) -> bool {
    start < end
        && matches!(reading.class(start), Class::Determiner)
        && matches!(reading.class(word), Class::Open | Class::Number)
}

/// Tells whether the word at an index is rather the verb of an earlier clause than part of the phrase after it.
fn is_verb_between(reading: &Reading, floor: usize, word: usize, is_head: bool) -> bool {
    !is_head
        && !reading.words[word].is_capital
        && reading.may_be_finite(word)
        && word > floor
        && matches!(
            reading.class(word - 1),
            Class::Open | Class::Subject | Class::Pronoun | Class::Auxiliary | Class::Modal | Class::Adverb
        )
        && !reading.lower(word).ends_with('s')
}

fn is_modifier(reading: &Reading, word: usize) -> bool {
    matches!(reading.class(word - 1), Class::Determiner | Class::Possessive) && reading.lower(word).ends_with("ly")
}

fn has_noun_before(reading: &Reading, floor: usize, word: usize) -> bool {
    word > floor
        && matches!(reading.class(word - 1), Class::Open | Class::Number)
        && !is_verb_between(reading, floor, word - 1, false)
}

fn joins_nouns(preposition: &str) -> bool {
    matches!(preposition, "of" | "for" | "from" | "in" | "at" | "with" | "on" | "to")
}

/// Tells whether a mark stands inside a phrase: a hyphen, a full stop of an initial, an ampersand.
fn is_inner_mark(reading: &Reading, word: usize) -> bool {
    let is_hyphen = matches!(reading.lower(word), "-" | "‑" | "&" | "/" | "%" | "$" | "£" | "€");
    is_hyphen
        || (reading.is(word, ".")
            && word > 0
            && reading.words[word].is_joined
            && reading.words[word - 1].text.len() == 1)
}

/// Returns where the phrase begins when the one at `start` is only the name after a role and a comma: "the party's
/// leader, | Ann Lee".
fn with_apposed_head(reading: &Reading, floor: usize, start: usize) -> usize {
    let is_name = reading.words[start].is_capital;
    let has_comma = start > floor + 1 && reading.is(start - 1, ",");
    if !is_name || !has_comma || TABLES.roles(reading.lower(start - 2)).is_empty() {
        return start;
    }
    phrase_start(reading, floor, start - 1).unwrap_or(start)
}

/// Returns the noun phrase that begins at `start`, ending before `limit` at the latest; empty if none begins there.
pub(super) fn noun_phrase_after(reading: &Reading, start: usize, limit: usize) -> Range<usize> {
    let limit = limit.min(start + LONGEST);
    if start < limit && matches!(reading.class(start), Class::Subject | Class::Pronoun) {
        return start..start + 1;
    }
    let mut end = start;
    while end < limit {
        let joins = match reading.class(end) {
            Class::Open | Class::Number | Class::Possessive => true,
            Class::Determiner => end == start || !matches!(reading.class(end - 1), Class::Open | Class::Number),
            Class::Preposition => {
                end > start
                    && joins_nouns(reading.lower(end))
                    && starts_phrase(reading, end + 1, limit)
                    && !is_aside(reading, end)
            }
            Class::Conjunction => {
                end > start
                    && reading.lower(end) == "and"
                    && starts_phrase(reading, end + 1, limit)
                    && reading.words[end + 1].is_capital
            }
            Class::Mark => end > start && is_inner_mark(reading, end),
            _ => false,
        };
        if !joins || (end > start && reading.quote_at(end) != reading.quote_at(start)) {
            break;
        }
        end += 1;
    }
    start..end
}

/// Tells whether the preposition at an index brings time or place of the saying: "in a statement", "on Monday".
pub(super) fn is_aside(reading: &Reading, word: usize) -> bool {
    let noun = (word + 1..word + 5).find(|&next| !matches!(reading.class(next), Class::Determiner | Class::Possessive));
    let Some(noun) = noun else { return false };
    const OCCASIONS: &[&str] = &[
        "statement",
        "interview",
        "speech",
        "letter",
        "email",
        "e-mail",
        "tweet",
        "press",
        "news",
        "conference",
        "rally",
        "debate",
        "hearing",
        "briefing",
        "broadcast",
        "post",
        "phone",
        "telephone",
        "televised",
        "written",
        "twitter",
        "facebook",
        "telegram",
        "response",
        "part",
        "court",
        "testimony",
        "video",
        "interviews",
        "reference",
    ];
    reading.class(noun) == Class::Time
        || (matches!(reading.lower(word), "in" | "at" | "on" | "during" | "via" | "by")
            && OCCASIONS.contains(&reading.lower(noun)))
        || (reading.is(word, "in") && reading.class(noun) == Class::Number && reading.lower(noun).len() == 4)
}

/// Tells whether a noun phrase can begin at this word.
pub(super) fn starts_phrase(reading: &Reading, word: usize, limit: usize) -> bool {
    word < limit
        && matches!(
            reading.class(word),
            Class::Open | Class::Number | Class::Determiner | Class::Possessive | Class::Subject | Class::Pronoun
        )
}

/// Returns the noun that a phrase is about: its last word before any "of", comma or name that follows.
pub(super) fn head(reading: &Reading, phrase: &Range<usize>) -> Option<usize> {
    let ends = |word: &usize| {
        matches!(reading.class(*word), Class::Preposition | Class::Mark | Class::Subordinator | Class::Question)
            && !is_inner_mark(reading, *word)
    };
    let end = phrase.clone().skip(1).find(ends).unwrap_or(phrase.end);
    let common = |word: &usize| !reading.words[*word].is_capital && !TABLES.roles(reading.lower(*word)).is_empty();
    let last = (phrase.start..end).rev().find(|word| reading.words[*word].is_word())?;
    Some((phrase.start..end).rev().find(common).unwrap_or(last))
}

/// Returns what a phrase's head says of a speaker.
pub(super) fn roles<'r>(reading: &'r Reading, phrase: &Range<usize>) -> &'r [Role] {
    head(reading, phrase).map_or(&[], |word| TABLES.roles(reading.lower(word)))
}
