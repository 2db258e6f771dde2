//! Source, cue and content: conducts the rules over the paragraphs, each word reported once. Who the source is and how
//! the content is voiced is left to `speakers` and `voice`.

use std::ops::Range;

use super::CueClass;
use super::clauses::Rule;
use super::predicates::{Predicate, find_predicates};
use super::reading::{Passage, Reading};
use super::{quoted, reported};

/// One attribution as ranges of words.
pub(super) struct Found {
    pub(super) rule: Rule,
    pub(super) class: CueClass,
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Option<Range<usize>>,
    /// At least one, in order, never overlapping.
    pub(super) content: Vec<Range<usize>>,
    /// Who is spoken to.
    pub(super) person: Option<Range<usize>>,
}

/// What has been found so far, and which words are already part of a content.
pub(super) struct Findings<'r, 'd> {
    pub(super) reading: &'r Reading<'d>,
    pub(super) found: Vec<Found>,
    covered: Vec<bool>,
}

/// Finds all attributions, in order of their first words.
pub(super) fn find_attributions(reading: &Reading) -> Vec<Found> {
    let mut findings = Findings { reading, found: Vec::new(), covered: vec![false; reading.words.len()] };
    for (index, passage) in reading.passages.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &reading.passages[before]);
        let first = findings.found.len();
        if !quoted::read_transcript_line(&mut findings, passage) {
            read_passage(&mut findings, passage);
        }
        quoted::join_quotations(&mut findings, passage, before, first);
    }
    let mut found = findings.found;
    found.sort_by_key(|attribution| (attribution.first_word(), attribution.content[0].start));
    found
}

fn read_passage(findings: &mut Findings, passage: &Passage) {
    for sentence in passage.sentences.clone() {
        let words = findings.reading.sentence(sentence);
        let predicates = find_predicates(findings.reading, words.clone(), passage.is_in_title_case);
        reported::read_sentence(findings, passage, &words, &predicates);
    }
}

impl Found {
    /// Makes an attribution of what a predicate reports.
    pub(super) fn by(predicate: &Predicate, rule: Rule, content: Vec<Range<usize>>) -> Self {
        Found {
            rule,
            class: predicate.entry.class,
            source: predicate.subject.clone(),
            cue: Some(predicate.cue.clone()),
            content,
            person: None,
        }
    }

    fn first_word(&self) -> usize {
        let parts = self.source.iter().chain(&self.cue).chain(&self.content);
        parts.map(|part| part.start).min().unwrap_or(0)
    }
}

impl Findings<'_, '_> {
    /// Tells whether a word is already part of a content.
    pub(super) fn is_covered(&self, word: usize) -> bool {
        self.covered.get(word).copied().unwrap_or(false)
    }

    /// Tells whether any of these words is already part of a content.
    pub(super) fn is_any_covered(&self, words: &Range<usize>) -> bool {
        self.covered[words.clone()].contains(&true)
    }

    /// Keeps an attribution, unless a part of its content is reported already or it has none.
    pub(super) fn keep(&mut self, mut found: Found) {
        found.content.retain(|part| !part.is_empty());
        let is_new = found.content.iter().all(|part| !self.is_any_covered(part));
        if found.content.is_empty() || !is_new {
            return;
        }
        for part in &found.content {
            self.covered[part.clone()].fill(true);
        }
        self.found.push(found);
    }

    /// Adds a part to the content of an attribution, after those it has.
    pub(super) fn extend(&mut self, attribution: usize, part: Range<usize>) {
        let content = &mut self.found[attribution].content;
        if part.is_empty() || content.last().is_some_and(|last| last.end > part.start) {
            return;
        }
        self.covered[part.clone()].fill(true);
        content.push(part);
    }
}
