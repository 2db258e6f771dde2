//! Source, cue and content: the parts that the encoder found, made into attributions as `links` joins them. Who the source
//! is and how the content is voiced is left to `speakers` and `voice`.

use std::ops::Range;

use super::found::{Findings, Found};
use super::links::Choice;
use super::parts::{Part, Parts};
use super::reading::Reading;
use super::{accords, cues, nested, quoted};
use crate::model::Role;

/// Finds all attributions, in order of their first words.
pub(super) fn find_attributions(reading: &Reading) -> Vec<Found> {
    let mut findings = Findings::new(reading);
    let mut linked = linked(reading, &Parts::of(reading)).into_iter().peekable();
    for (index, passage) in reading.passages.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &reading.passages[before]);
        if let Some(turn) = quoted::turn(reading, passage) {
            findings.keep(turn);
        }
        let mut bare = Vec::new();
        while let Some((_, found)) = linked.next_if(|(passage, _)| *passage == index) {
            match found.cue {
                Some(_) => findings.keep(found),
                None => bare.push(found),
            }
        }
        quoted::join_quotations(&mut findings, passage, before, bare);
    }
    let mut found = findings.found;
    found.iter_mut().for_each(|found| complete_clause(reading, found));
    let nested: Vec<Found> = found.iter().flat_map(|outer| nested::reports_in(reading, outer)).collect();
    found.extend(nested);
    found.sort_by_key(|attribution| (attribution.first_word(), attribution.content[0].start));
    found
}

/// Links the parts of a document: each cue with its contents and source, and quotations that no cue reports. Each with its
/// paragraph, in their order.
fn linked(reading: &Reading, parts: &Parts) -> Vec<(usize, Found)> {
    let Parts { sources, cues, contents } = parts;
    let mut contents_of: Vec<Vec<(&Part, f32)>> = vec![Vec::new(); cues.len()];
    let mut linked = Vec::new();
    for (at, content) in contents.iter().enumerate() {
        match Choice::new(reading, Role::Cue, cues, contents, at).best() {
            Some((cue, likelihood)) => contents_of[cue].push((content, likelihood)),
            // Anything but a quotation is the author's own.
            None if is_mostly_quoted(reading, content) => {
                linked.push((content.passage, Found::bare(content.words.clone(), content.score)));
            }
            None => {}
        }
    }
    for (at, contents) in contents_of.into_iter().enumerate().filter(|(_, contents)| !contents.is_empty()) {
        let cue = &cues[at];
        let source = Choice::new(reading, Role::Source, sources, cues, at).best().map(|(source, _)| &sources[source]);
        let source = source.filter(|source| !suffers(reading, cue, source));
        let all = contents.iter().map(|(part, _)| *part).chain([cue]).chain(source);
        let sure = all.clone().map(|part| part.score).sum::<f32>() / all.count() as f32;
        let link = contents.iter().map(|(_, likelihood)| likelihood).sum::<f32>() / contents.len() as f32;
        let whole = |part: &Part| with_whole_quotations(reading, without_loose_end(reading, part.words.clone()));
        let content = joined(contents.iter().map(|(part, _)| whole(part)));
        let score = calibrated(sure * link);
        let accord = source.and_then(|source| accords::report(reading, &source.words, &content, score));
        linked.push((
            cue.passage,
            accord.unwrap_or_else(|| Found {
                class: cues::class_of(reading, &cue.words),
                source: source.map(|source| source.words.clone()).or_else(|| accords::named(reading, &cue.words)),
                cue: Some(cue.words.clone()),
                person: person(reading, &cue.words, &content),
                content,
                score,
            }),
        ));
    }
    linked.sort_by_key(|(passage, found)| (*passage, found.first_word()));
    linked
}

/// Tells whether what a passive cue says is done to a source: "Reed was accused of fraud" is not said by Reed, nor "it is
/// alleged" by it.
fn suffers(reading: &Reading, cue: &Part, source: &Part) -> bool {
    let tags = &reading.answers.tags;
    let is_passive = |word: usize| {
        matches!(tags[word].deprel, "nsubj:pass" | "expl")
            && tags[word].head.is_some_and(|head| cue.words.contains(&head))
    };
    source.words.clone().any(is_passive)
}

/// Turns the confidence in parts and links into the share of such claims that are right. What the product of both lacks,
/// as odds, is the same all along the scale (`train/reliability.py`).
fn calibrated(score: f32) -> f32 {
    const ODDS: f32 = 1.42;
    let odds = ODDS * score / (1.0 - score).max(0.001);
    odds / (1.0 + odds)
}

fn is_mostly_quoted(reading: &Reading, content: &Part) -> bool {
    let quoted = content.words.clone().filter(|&word| reading.quote_at(word).is_some()).count();
    quoted * 2 > content.words.len()
}

/// Returns a content without a last preposition, conjunction or article whose own words it lacks.
fn without_loose_end(reading: &Reading, mut content: Range<usize>) -> Range<usize> {
    let is_loose = |word: usize| {
        let tag = &reading.answers.tags[word];
        matches!(tag.upos, "ADP" | "CCONJ" | "DET" | "SCONJ") && tag.head.is_some_and(|head| head > word)
    };
    while content.len() > 1 && is_loose(content.end - 1) {
        content.end -= 1;
        content.end -= usize::from(content.len() > 1 && reading.is_outer_mark(content.end - 1));
    }
    content
}

/// Returns a content with all of each quotation that it reaches an end of, or holds more than half of: nobody is quoted
/// from the middle of a sentence to the closing mark with the rest for nothing.
fn with_whole_quotations(reading: &Reading, content: Range<usize>) -> Range<usize> {
    let whole = |word: usize| {
        let quote = reading.quote_at(word).map(|quote| &reading.quotes[quote])?;
        let shared = quote.inner.start.max(content.start)..quote.inner.end.min(content.end);
        let reaches_end = shared.start == quote.inner.start || shared.end == quote.inner.end;
        (!shared.is_empty() && (reaches_end || shared.len() * 2 > quote.inner.len())).then(|| quote.outer.clone())
    };
    let (first, last) = (whole(content.start), whole(content.end - 1));
    let start = first.map_or(content.start, |quote| quote.start.min(content.start));
    let end = last.map_or(content.end, |quote| quote.end.max(content.end));
    start..end
}

/// Gives a content that begins with a lone "that" the clause it opens: in "has spread reports that Reed accused the board
/// of theft" the encoder gives the clause to the inner report. A "that" before its own cue is no content.
fn complete_clause(reading: &Reading, found: &mut Found) {
    let that = found.content[0].start;
    let tag = &reading.answers.tags[that];
    let Some(verb) = tag.head.filter(|_| found.content[0].len() == 1 && reading.is(that, "that")) else { return };
    let clause = that..reading.trimmed(reading.subtree(verb), |word| reading.is_outer_mark(word)).end;
    let is_own = found.source.iter().chain(&found.cue).any(|part| clause.contains(&part.start));
    if is_own && found.content.len() > 1 {
        found.content.remove(0);
    } else if !is_own && tag.deprel == "mark" && found.content.iter().all(|part| part.end <= clause.end.max(that + 1)) {
        let whole = that..clause.end.max(that + 1);
        found.content = vec![whole];
    }
}

/// Makes one of parts that share words; they come in order.
fn joined(parts: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for part in parts {
        match joined.last_mut().filter(|last| part.start < last.end) {
            Some(last) => last.end = last.end.max(part.end),
            None => joined.push(part),
        }
    }
    joined
}

/// Returns whoever the cue is said to: "told reporters", where the content is something else.
fn person(reading: &Reading, cue: &Range<usize>, content: &[Range<usize>]) -> Option<Range<usize>> {
    let is_object = |word: &usize| matches!(reading.answers.tags[*word].relation(), "iobj" | "obj");
    let objects = cue.clone().flat_map(|word| reading.dependents(word)).filter(is_object);
    let head = objects.filter(|&word| word >= cue.end).min()?;
    let phrase = reading.subtree(head);
    let is_apart = !content.iter().any(|part| part.contains(&head));
    (is_apart && phrase.start >= cue.end).then_some(phrase)
}
