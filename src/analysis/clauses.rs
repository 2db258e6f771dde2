//! What follows a reporting word: where its content begins, by what rule, and where it ends.

use std::ops::Range;

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
        .then(|| person_after(reading, after, limit))
        .flatten();
    let next = person.as_ref().map_or(after, |person| person.end);
    let (rule, start) = start_of_content(reading, predicate, next, limit)?;
    let end = match rule {
        Rule::Quoted => reading.quote_at(start).map_or(start, |quote| reading.quotes[quote].outer.end),
        Rule::Infinitive | Rule::Phrase => phrase_end(reading, start, others, limit),
        _ => clause_end(reading, start, others, limit),
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
fn person_after(reading: &Reading, after: usize, limit: usize) -> Option<Range<usize>> {
    if matches!(reading.class(after), Class::That | Class::Question | Class::Mark | Class::Subject) {
        return None;
    }
    if matches!(reading.class(after), Class::Pronoun) || (reading.is(after, "her") && after < limit) {
        return Some(after..after + 1);
    }
    let phrase = noun_phrase_after(reading, after, limit);
    // "told the paper the plan had failed": the phrase stops before a second determiner by itself.
    let stop = phrase.clone().skip(1).find(|&word| {
        matches!(reading.lower(word), "to" | "for" | "on")
            || (reading.class(word) == Class::Possessive && !reading.lower(word).starts_with('\''))
    });
    let end = stop.unwrap_or(phrase.end);
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
fn phrase_end(reading: &Reading, start: usize, others: &[Predicate], limit: usize) -> usize {
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
