//! Where a reported content ends: with its sentence, at the next comma, or where the reporting goes on.

use std::ops::Range;

use super::phrases::is_aside;
use super::predicates::{Predicate, Shape};
use super::reading::Reading;
use super::tables::Class;

/// Returns where a reported clause ends: with its sentence, or where the reporting goes on.
pub(super) fn clause_end(reading: &Reading, start: usize, others: &[Predicate], limit: usize) -> usize {
    let mut word = start + 1;
    let mut ahead = others.partition_point(|other| other.cue.start < start);
    while word < limit {
        if let Some(quote) = reading.quote_at(word) {
            word = reading.quotes[quote].outer.end.max(word + 1);
            continue;
        }
        if reading.is(word, ";") {
            return word;
        }
        while ahead < others.len() && others[ahead].cue.start < word {
            ahead += 1;
        }
        if matches!(reading.lower(word), "," | "and" | "but" | "—" | "–")
            && reporting_goes_on(reading, word, &others[ahead..])
        {
            return word;
        }
        word += 1;
    }
    word.max(limit)
}

/// Tells whether a new report begins after the comma or conjunction: ", adding", "and said that", ", but Roe said".
fn reporting_goes_on(reading: &Reading, word: usize, others: &[Predicate]) -> bool {
    let is_comma = !matches!(reading.class(word), Class::Conjunction);
    let next = word + 1 + usize::from(is_comma && reading.class(word + 1) == Class::Conjunction);
    others.iter().take(3).take_while(|other| other.cue.start <= next + 12).any(|other| {
        let starts_here = other.cue.start == next;
        let brings_content = other.entry.takes_clause() || other.entry.takes_quote();
        match other.shape {
            Shape::Participle => is_comma && starts_here,
            Shape::Phrase => is_comma && starts_here,
            Shape::Active if starts_here => {
                other.shares_subject && brings_content && (is_comma || is_said(reading, other))
            }
            Shape::Active => {
                let begins = other.subject.as_ref().is_some_and(|subject| subject.start == next);
                is_comma && begins && next > word + 1 && brings_content
            }
            Shape::Inverted => is_comma && starts_here,
            _ => false,
        }
    })
}

/// Tells whether a predicate plainly has a content after it.
fn is_said(reading: &Reading, predicate: &Predicate) -> bool {
    matches!(reading.class(predicate.cue.end), Class::That | Class::Subject | Class::Question)
        || reading.quote_at(predicate.cue.end).is_some()
}

/// Returns where an infinitive or a noun phrase ends: before the next comma, clause or aside.
pub(super) fn phrase_end(reading: &Reading, start: usize, others: &[Predicate], limit: usize) -> usize {
    let mut word = start + 1;
    let mut ahead = others.partition_point(|other| other.cue.start < start);
    if let Some(quote) = reading.quote_at(start) {
        word = reading.quotes[quote].outer.end.max(word);
    }
    while word < limit {
        if let Some(quote) = reading.quote_at(word) {
            word = reading.quotes[quote].outer.end.max(word + 1);
            continue;
        }
        while ahead < others.len() && others[ahead].cue.start < word {
            ahead += 1;
        }
        let stops = match reading.class(word) {
            Class::Mark => matches!(reading.lower(word), "," | ";" | ":" | "—" | "–" | "--" | "(" | "."),
            Class::Subordinator => !matches!(reading.lower(word), "than" | "as" | "if" | "who" | "where"),
            Class::Conjunction => {
                reading.is(word, "but") || others[ahead..].first().is_some_and(|other| other.cue.start == word + 1)
            }
            Class::Preposition => is_aside(reading, word),
            Class::Time => true,
            _ => false,
        };
        if stops {
            break;
        }
        word += 1;
    }
    word
}

/// Drops marks at the end of a content, but not the mark that closes a quotation in it.
pub(super) fn trimmed(reading: &Reading, words: Range<usize>) -> Range<usize> {
    let mut words = words;
    while words.start < words.end
        && reading.class(words.end - 1) == Class::Mark
        && !closes_quote(reading, words.end - 1)
    {
        words.end -= 1;
    }
    while words.start < words.end
        && reading.class(words.start) == Class::Mark
        && reading.quote_at(words.start).is_none()
    {
        words.start += 1;
    }
    words
}

/// Tells whether the word at an index is the last of a quotation, which its closing mark belongs to.
fn closes_quote(reading: &Reading, word: usize) -> bool {
    matches!(reading.lower(word), ")" | "]" | "%")
        || reading.quote_at(word).is_some_and(|quote| reading.quotes[quote].outer.end == word + 1)
}
