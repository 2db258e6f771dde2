//! Quotations that no cue of their own sentence reports: those that go on from the sentence or paragraph before, those
//! after a colon, and those that stand alone.

use super::CueClass;
use super::attributions::{Findings, Found};
use super::clauses::Rule;
use super::extents::trimmed;
use super::phrases::noun_phrase_after;
use super::predicates::find_predicates;
use super::reading::{Passage, Quote, Reading};
use super::transcripts::label;

/// A quotation of fewer words that no cue reports is a title or a word held with tongs.
const FEWEST_WORDS: usize = 4;

/// How many words before a colon may hold its cue.
const LONGEST_LEAD: usize = 60;

/// Joins each quotation of a paragraph that is not yet reported to the attribution it goes on from.
///
/// `first` is the first attribution of this paragraph.
pub(super) fn join_quotations(findings: &mut Findings, passage: &Passage, before: Option<&Passage>, first: usize) {
    let reading = findings.reading;
    for index in passage.quotes.clone() {
        let quote = &reading.quotes[index];
        if findings.is_any_covered(&quote.outer) {
            continue;
        }
        if let Some(attribution) = goes_on_from(findings, passage, before, index, first) {
            findings.extend(attribution, quote.outer.clone());
        } else if let Some(found) = after_colon(reading, passage, before, quote) {
            findings.keep(found);
        } else if is_whole_paragraph(reading, passage, quote) && reading.word_count(quote.inner.clone()) >= FEWEST_WORDS
        {
            findings.keep(Found {
                rule: Rule::Bare,
                class: CueClass::Other,
                source: None,
                cue: None,
                content: vec![quote.outer.clone()],
                person: None,
            });
        }
    }
}

/// Returns the attribution whose last words are the quotation before this one.
fn goes_on_from(
    findings: &Findings,
    passage: &Passage,
    before: Option<&Passage>,
    index: usize,
    first: usize,
) -> Option<usize> {
    let reading = findings.reading;
    let quote = &reading.quotes[index];
    let earlier = &reading.quotes[index.checked_sub(1)?];
    let is_same_paragraph = earlier.outer.start >= passage.words.start;
    let goes_on = if is_same_paragraph {
        begins_sentence(reading, quote)
    } else {
        quote.continues && earlier.is_unclosed && before.is_some_and(|before| earlier.outer.end <= before.words.end)
    };
    let holds = |found: &Found| {
        found.content.last().is_some_and(|part| part.start < earlier.outer.end && earlier.outer.end <= part.end)
    };
    let since = if is_same_paragraph { first } else { 0 };
    // The attribution of the quotation before is among the last few: a paragraph adds no more than it has words.
    let attribution = (since..findings.found.len()).rev().take(8).find(|&at| holds(&findings.found[at]))?;
    (goes_on && reading.word_count(quote.inner.clone()) > 1).then_some(attribution)
}

/// Tells whether a quotation stands at the beginning of a sentence.
fn begins_sentence(reading: &Reading, quote: &Quote) -> bool {
    let sentences = &reading.document.sentences;
    let at = sentences.partition_point(|sentence| sentence.tokens.end <= quote.outer.start);
    sentences.get(at).is_some_and(|sentence| sentence.tokens.start == quote.outer.start)
}

/// Tells whether a paragraph is one quotation and nothing else.
fn is_whole_paragraph(reading: &Reading, passage: &Passage, quote: &Quote) -> bool {
    let (before, after) = (passage.words.start..quote.outer.start, quote.outer.end..passage.words.end);
    // A dash or a full stop may stand outside; longer stretches need no counting.
    before.len() + after.len() < 4 && reading.word_count(before) + reading.word_count(after) == 0
}

/// Reads a quotation after a colon, in the same paragraph or at the end of the one before: "The letter was short: ..."
fn after_colon(reading: &Reading, passage: &Passage, before: Option<&Passage>, quote: &Quote) -> Option<Found> {
    let is_first = quote.outer.start == passage.words.start;
    let colon = if is_first { before?.words.end.checked_sub(1)? } else { quote.outer.start - 1 };
    if !reading.is(colon, ":") || reading.word_count(quote.inner.clone()) < FEWEST_WORDS {
        return None;
    }
    let sentences = &reading.document.sentences;
    let at = sentences.partition_point(|sentence| sentence.tokens.end <= colon);
    let sentence = sentences.get(at)?.tokens.start.max(colon.saturating_sub(LONGEST_LEAD))..colon;
    let predicate =
        find_predicates(reading, sentence.clone(), false).into_iter().rev().find(|found| found.subject.is_some());
    Some(match predicate {
        Some(predicate) => Found::by(&predicate, Rule::Colon, vec![quote.outer.clone()]),
        None => Found {
            rule: Rule::Colon,
            class: CueClass::Other,
            source: Some(noun_phrase_after(reading, sentence.start, colon)).filter(|source| !source.is_empty()),
            cue: Some(colon..colon + 1),
            content: vec![quote.outer.clone()],
            person: None,
        },
    })
}

/// Reads a line of an interview or a debate, "LEE: We will not sell.", and tells whether the paragraph was one.
pub(super) fn read_transcript_line(findings: &mut Findings, passage: &Passage) -> bool {
    let reading = findings.reading;
    let Some(label) = label(reading, passage) else { return false };
    let colon = label.end;
    let content = trimmed(reading, colon + 1..passage.words.end);
    if reading.word_count(content.clone()) < FEWEST_WORDS {
        return false;
    }
    findings.keep(Found {
        rule: Rule::Colon,
        class: CueClass::Assert,
        source: Some(label),
        cue: Some(colon..colon + 1),
        content: vec![content],
        person: None,
    });
    true
}
