//! Quotations that the encoder found no cue for: those that go on from the sentence or paragraph before, those that
//! stand alone, and the turns of a transcript.

use std::ops::Range;

use super::CueClass;
use super::found::{Findings, Found};
use super::reading::{Passage, Quote, Reading};
use super::transcripts;

/// A quotation of fewer words that no cue reports is a title or a word held with tongs.
const FEWEST_WORDS: usize = 4;

/// How sure a quotation without cue is one that somebody said: the share of such quotations, four words or longer, whose
/// words people marked as content in the training articles of PolNeAR.
const BARE: f32 = 0.54;

/// The same of a turn of a transcript.
const TURN: f32 = 0.81;

/// Joins each quotation of a paragraph that no cue reports to the attribution it goes on from; what stands alone is kept so,
/// as is what the encoder took for a content (`bare`).
pub(super) fn join_quotations(findings: &mut Findings, passage: &Passage, before: Option<&Passage>, bare: Vec<Found>) {
    let reading = findings.reading;
    for index in passage.quotes.clone() {
        let quote = &reading.quotes[index];
        if findings.is_any_covered(&quote.outer) {
            continue;
        }
        if let Some(attribution) = goes_on_from(findings, passage, before, index) {
            findings.extend(attribution, quote.outer.clone());
        } else if is_whole_paragraph(reading, passage, quote) && reading.word_count(quote.inner.clone()) >= FEWEST_WORDS
        {
            findings.keep(Found::bare(quote.outer.clone(), BARE));
        }
    }
    for found in bare {
        findings.keep(found);
    }
}

/// Returns the attribution that holds the quotation before this one, where this one goes on from it: in the next sentence;
/// in the next paragraph, where the one before was left unclosed or all of the paragraph is quoted.
fn goes_on_from(findings: &Findings, passage: &Passage, before: Option<&Passage>, index: usize) -> Option<usize> {
    let reading = findings.reading;
    let quote = &reading.quotes[index];
    let earlier = &reading.quotes[index.checked_sub(1)?];
    let is_right_before = || before.is_some_and(|before| before.words.contains(&earlier.outer.start));
    let goes_on = match earlier.outer.start >= passage.words.start {
        true => begins_sentence(reading, quote),
        false if quote.continues => earlier.is_unclosed && is_right_before(),
        false => is_whole_paragraph(reading, passage, quote) && is_right_before(),
    };
    let holds = |found: &Found| {
        let holds_part = |part: &Range<usize>| part.start < earlier.outer.end && earlier.outer.end <= part.end;
        found.content.last().is_some_and(holds_part)
    };
    // The attribution of the quotation before is among the last few.
    let attribution = (0..findings.found.len()).rev().take(8).find(|&at| holds(&findings.found[at]))?;
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

/// Reads a paragraph as a turn of an interview or a debate, "LEE: We will not sell."
pub(super) fn turn(reading: &Reading, passage: &Passage) -> Option<Found> {
    let label = transcripts::label(reading, passage)?;
    let colon = label.end;
    // Marks at its ends are no part of it, but those of a quotation in it are; not where it stands in one as a whole.
    let outer = reading.quote_at(colon);
    let is_outer = |word: usize| !reading.words[word].is_word() && reading.quote_at(word) == outer;
    let content = reading.trimmed(colon + 1..passage.words.end, is_outer);
    let asks = transcripts::asks(reading, passage, &label);
    (reading.word_count(content.clone()) >= FEWEST_WORDS).then(|| Found {
        class: if asks { CueClass::Ask } else { CueClass::Assert },
        source: Some(label),
        cue: Some(colon..colon + 1),
        content: vec![content],
        person: None,
        score: TURN,
    })
}
