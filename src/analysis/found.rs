//! An attribution as it is found, and all that were found so far: what is part of one content is part of no other.

use std::ops::Range;

use super::CueClass;
use super::reading::Reading;

/// One attribution as ranges of words.
pub(super) struct Found {
    pub(super) class: CueClass,
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Option<Range<usize>>,
    /// At least one, in order, never overlapping.
    pub(super) content: Vec<Range<usize>>,
    /// Who is spoken to.
    pub(super) person: Option<Range<usize>>,
    /// How sure the encoder is of its parts, 0 to 1.
    pub(super) score: f32,
}

/// What has been found so far, and which words are already part of a content.
pub(super) struct Findings<'r, 'd> {
    pub(super) reading: &'r Reading<'d>,
    pub(super) found: Vec<Found>,
    covered: Vec<bool>,
}

impl Found {
    /// Makes an attribution of a quotation that nobody is said to have said.
    pub(super) fn bare(content: Range<usize>, score: f32) -> Self {
        Found { class: CueClass::Other, source: None, cue: None, content: vec![content], person: None, score }
    }

    /// Returns the first word of all parts.
    pub(super) fn first_word(&self) -> usize {
        let parts = self.source.iter().chain(&self.cue).chain(&self.content);
        parts.map(|part| part.start).min().unwrap_or(0)
    }
}

impl<'r, 'd> Findings<'r, 'd> {
    pub(super) fn new(reading: &'r Reading<'d>) -> Self {
        Findings { reading, found: Vec::new(), covered: vec![false; reading.words.len()] }
    }

    /// Tells whether any of these words is already part of a content.
    pub(super) fn is_any_covered(&self, words: &Range<usize>) -> bool {
        self.covered[words.clone()].contains(&true)
    }

    /// Keeps an attribution without what is reported already, unless nothing is left.
    pub(super) fn keep(&mut self, mut found: Found) {
        found.content.retain(|part| !part.is_empty() && !self.is_any_covered(part));
        if found.content.is_empty() {
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
