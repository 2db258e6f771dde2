//! What follows a reporting word: where its content begins, and by what rule. Where it ends is told by `extents`.

use std::ops::Range;

use super::CueClass;
use super::extents::{clause_end, phrase_end, trimmed};
use super::phrases::{is_aside, noun_phrase_after, starts_phrase};
use super::predicates::{Predicate, Shape};
use super::reading::Reading;
use super::tables::Class;

/// The rules that find an attribution; each has its confidence in `score`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Rule {
    /// Quoted words after the cue, or before it.
    Quoted,
    /// Quoted words introduced by a colon, or a speaker's name and a colon.
    Colon,
    /// Quoted words without a cue.
    Bare,
    /// A clause with "that" or a question word.
    That,
    /// A clause without "that".
    Clause,
    /// A clause before ", Lee said".
    Trailing,
    /// "according to"
    According,
    /// "to" and a verb.
    Infinitive,
    /// A noun phrase, with or without a preposition.
    Phrase,
    /// "Lee was accused of ..."
    Passive,
}

/// The content after a cue.
pub(super) struct Complement {
    pub(super) rule: Rule,
    pub(super) content: Range<usize>,
    /// Who is spoken to.
    pub(super) person: Option<Range<usize>>,
}

/// How far ahead of a cue its content may begin.
const REACH: usize = 24;

/// Finds the content that follows a cue before `limit`, the end of its sentence.
pub(super) fn complement(
    reading: &Reading,
    predicate: &Predicate,
    others: &[Predicate],
    limit: usize,
) -> Option<Complement> {
    let entry = predicate.entry;
    let after = predicate.cue.end;
    let person = (entry.takes_person() && !matches!(predicate.shape, Shape::Passive | Shape::Noun))
        .then(|| person_after(reading, predicate, limit))
        .flatten();
    let next = person.as_ref().map_or(after, |person| person.end);
    let (rule, start) = start_of_content(reading, predicate, next, limit)?;
    let end = match rule {
        Rule::Quoted => reading.quote_at(start).map_or(start, |quote| reading.quotes[quote].outer.end),
        Rule::Infinitive | Rule::Phrase => phrase_end(reading, start, others, limit),
        _ => clause_end(reading, start, others, limit),
    };
    // "accused | Lee of lying": whoever is accused is spoken of, not spoken to.
    let (start, person) = match person {
        Some(accused) if rule == Rule::Phrase && entry.class == CueClass::Accuse => (accused.start, None),
        person => (start, person),
    };
    let content = trimmed(reading, start..end);
    (reading.word_count(content.clone()) > 0).then_some(Complement { rule, content, person })
}

fn start_of_content(reading: &Reading, predicate: &Predicate, next: usize, limit: usize) -> Option<(Rule, usize)> {
    let entry = predicate.entry;
    let clause = if predicate.shape == Shape::Passive { Rule::Passive } else { Rule::That };
    let quoted = |word: usize| {
        let quote = reading.quote_at(word).filter(|&quote| reading.quotes[quote].outer.start == word && word < limit);
        quote
            .filter(|_| entry.takes_quote() || entry.takes_noun() || entry.takes_clause())
            .map(|_| (Rule::Quoted, word))
    };
    if next >= limit {
        return None;
    }
    if entry.takes_clause() && matches!(reading.class(next), Class::That | Class::Question) {
        return Some((clause, next));
    }
    if matches!(reading.lower(next), "if" | "when" | "where" | "who") && entry.takes_clause() {
        return Some((clause, next));
    }
    if entry.takes_infinitive() && reading.is(next, "to") && is_verb_after_to(reading, next + 1, limit) {
        return Some((Rule::Infinitive, next));
    }
    if entry.takes(reading.lower(next)) && next + 1 < limit && !is_aside(reading, next) {
        let is_clause = matches!(reading.class(next + 1), Class::Question) && entry.takes_clause();
        return Some((if is_clause { Rule::That } else { Rule::Phrase }, next + 1));
    }
    if matches!(predicate.shape, Shape::Noun | Shape::Passive) {
        return None;
    }
    let start = skip_asides(reading, next, limit);
    if let Some(found) = quoted(start).or_else(|| quoted(mark_skipped(reading, start))) {
        let is_object = entry.takes_noun() && !entry.takes_clause();
        return Some(if is_object { (Rule::Phrase, start) } else { found });
    }
    if entry.takes_clause() && matches!(reading.class(start), Class::That) {
        return Some((Rule::That, start));
    }
    if entry.takes_clause() && reading.is(start, ":") && start + 1 < limit {
        return Some((Rule::Clause, start + 1));
    }
    if entry.takes_clause() && is_clause(reading, start, limit) {
        return Some((Rule::Clause, start));
    }
    if entry.takes_noun() && starts_object(reading, next, limit) {
        return Some((Rule::Phrase, next));
    }
    None
}

/// Skips the comma or colon before quoted words.
fn mark_skipped(reading: &Reading, word: usize) -> usize {
    word + usize::from(matches!(reading.lower(word), "," | ":"))
}

/// Returns whoever is spoken to right after a cue: "told | the reporters | that".
fn person_after(reading: &Reading, predicate: &Predicate, limit: usize) -> Option<Range<usize>> {
    let after = predicate.cue.end;
    if matches!(reading.class(after), Class::Pronoun) || (reading.is(after, "her") && after < limit) {
        return Some(after..after + 1);
    }
    if matches!(reading.class(after), Class::Subject) {
        return None;
    }
    let phrase = noun_phrase_after(reading, after, limit);
    // "told the paper the plan had failed": the phrase stops before a second determiner by itself.
    let begins_content = |word: usize| {
        let lower = reading.lower(word);
        matches!(lower, "to" | "for" | "on")
            || predicate.entry.takes(lower)
            || (reading.class(word) == Class::Possessive && !lower.starts_with('\''))
    };
    let end = phrase.clone().skip(1).find(|&word| begins_content(word)).unwrap_or(phrase.end);
    (end > phrase.start).then_some(phrase.start..end)
}

/// Skips time, place and occasion of the saying: "on Monday", "in an interview with the paper", "to reporters".
pub(super) fn skip_asides(reading: &Reading, start: usize, limit: usize) -> usize {
    let mut at = start;
    let limit = limit.min(start + REACH);
    while at < limit {
        match reading.class(at) {
            Class::Time | Class::Adverb => at += 1,
            Class::Number if at > start && reading.class(at - 1) == Class::Time => at += 1,
            Class::Open if at > start && reading.class(at - 1) == Class::Time && is_hour(reading.lower(at)) => at += 1,
            Class::Preposition => {
                let phrase = noun_phrase_after(reading, at + 1, limit);
                let end = if phrase.is_empty() && reading.class(at + 1) == Class::Time { at + 2 } else { phrase.end };
                if end <= at + 1 || (!is_aside(reading, at) && !leads_to_content(reading, end, limit)) {
                    break;
                }
                at = end;
            }
            _ => break,
        }
    }
    at
}

fn is_hour(lower: &str) -> bool {
    matches!(lower, "morning" | "afternoon" | "evening" | "night" | "week" | "month" | "year")
}

/// Tells whether a content or more asides follow here.
fn leads_to_content(reading: &Reading, word: usize, limit: usize) -> bool {
    word < limit
        && (matches!(reading.class(word), Class::That | Class::Preposition | Class::Time)
            || reading.is(word, ":")
            || reading.quote_at(word).is_some()
            || (reading.is(word, ",") && reading.quote_at(word + 1).is_some()))
}

fn is_verb_after_to(reading: &Reading, word: usize, limit: usize) -> bool {
    word < limit
        && match reading.class(word) {
            Class::Open => !reading.words[word].is_capital && !reading.lower(word).ends_with("ing"),
            Class::Verb | Class::Auxiliary | Class::Adverb | Class::Negation => true,
            _ => reading.quote_at(word).is_some(),
        }
}

/// Tells whether a clause with its own subject and verb begins here.
fn is_clause(reading: &Reading, start: usize, limit: usize) -> bool {
    if reading.class(start) == Class::Subject || reading.is(start, "there") {
        return start + 1 < limit;
    }
    let opens = starts_phrase(reading, start, limit)
        || matches!(reading.class(start), Class::Preposition | Class::Subordinator | Class::Question)
        || reading.quote_at(start).is_some();
    opens && (start + 1..limit.min(start + REACH)).any(|word| is_verb_of_clause(reading, start, word))
}

/// Tells whether a word is the verb of the clause that began at `start`: an auxiliary, or a verb after a noun.
fn is_verb_of_clause(reading: &Reading, start: usize, word: usize) -> bool {
    match reading.class(word) {
        Class::Auxiliary | Class::Modal => !matches!(reading.class(word - 1), Class::Mark),
        Class::Verb => word > start && !reading.is(word - 1, "to"),
        _ => {
            reading.may_be_finite(word)
                && matches!(reading.class(word - 1), Class::Open | Class::Pronoun | Class::Subject | Class::Adverb)
        }
    }
}

fn starts_object(reading: &Reading, word: usize, limit: usize) -> bool {
    (starts_phrase(reading, word, limit) && reading.class(word) != Class::Subject)
        || reading.quote_at(word).is_some_and(|quote| reading.quotes[quote].outer.start == word && word < limit)
        || (word < limit && matches!(reading.class(word), Class::Question))
}
