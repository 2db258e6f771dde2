//! Source, cue and content: the parts that the encoder found, linked into attributions. Each content goes to the cue
//! that governs it or stands nearest, each cue takes its subject or the nearest source. Who the source is and how the
//! content is voiced is left to `speakers` and `voice`.

use std::ops::Range;

use super::reading::{Passage, Reading};
use super::{CueClass, cues, quoted};
use crate::model::{Role, Told};

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

/// Added to the distance of parts for each end of a sentence between them.
const SENTENCE: usize = 20;
/// Added for each cue between them.
const CUE: usize = 6;
/// A source further than this from its cue is another's.
const FARTHEST_SOURCE: usize = 45;

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

/// Links the parts of one paragraph.
fn read_passage(findings: &mut Findings, passage: &Passage) {
    let reading = findings.reading;
    let parts = parts_of(reading, passage);
    let of = |role: Role| -> Vec<&Told> { parts.iter().filter(|part| part.role == role).collect() };
    let (sources, cues, contents) = (of(Role::Source), of(Role::Cue), of(Role::Content));
    let mut contents_of: Vec<Vec<&Told>> = vec![Vec::new(); cues.len()];
    for content in contents {
        let cost = |cue: &Told| if governs(reading, cue, content) { 0 } else { distance(reading, &cues, cue, content) };
        match (0..cues.len()).min_by_key(|&cue| (cost(cues[cue]), cue)) {
            Some(cue) => contents_of[cue].push(content),
            None => findings.keep_quoted(content),
        }
    }
    for (cue, contents) in cues.iter().zip(contents_of).filter(|(_, contents)| !contents.is_empty()) {
        let nearest = sources.iter().map(|source| (source_cost(reading, &cues, cue, source), source));
        let source = nearest.min_by_key(|(cost, _)| *cost).filter(|(cost, _)| *cost <= FARTHEST_SOURCE);
        let source = source.map(|(_, source)| *source);
        let all = contents.iter().copied().chain([*cue]).chain(source);
        let content = joined(contents.iter().map(|content| with_whole_quotations(reading, content.tokens.clone())));
        findings.keep(Found {
            class: cues::class_of(reading, &cue.tokens),
            source: source.map(|source| source.tokens.clone()),
            cue: Some(cue.tokens.clone()),
            person: person(reading, &cue.tokens, &content),
            content,
            score: all.clone().map(|part| part.score).sum::<f32>() / all.count() as f32,
        });
    }
}

/// Returns the parts that lie in a paragraph; one that runs over its ends is cut there.
fn parts_of(reading: &Reading, passage: &Passage) -> Vec<Told> {
    let told = &reading.answers.told;
    let first = told.partition_point(|part| part.tokens.end <= passage.words.start);
    let inside = told[first..].iter().take_while(|part| part.tokens.start < passage.words.end);
    let cut = inside.map(|part| {
        let tokens = part.tokens.start.max(passage.words.start)..part.tokens.end.min(passage.words.end);
        Told { tokens, ..part.clone() }
    });
    cut.collect()
}

/// Tells whether the parse hangs a content on a cue ("said that ..."), or a cue on a content ("..., said Lee").
fn governs(reading: &Reading, cue: &Told, content: &Told) -> bool {
    let hangs = |part: &Told, on: &Told| {
        let heads = part.tokens.clone().filter_map(|word| reading.answers.tags[word].head);
        heads.into_iter().any(|head| on.tokens.contains(&head))
    };
    hangs(content, cue) || hangs(cue, content)
}

/// Returns how far apart two parts stand: words, and more for ends of sentences and cues between them.
fn distance(reading: &Reading, cues: &[&Told], one: &Told, other: &Told) -> usize {
    let (before, after) = if one.tokens.start < other.tokens.start { (one, other) } else { (other, one) };
    let gap = before.tokens.end..after.tokens.start.max(before.tokens.end);
    let between = |cue: &&&Told| gap.contains(&cue.tokens.start);
    let sentences = reading.sentence_of(after.tokens.start) - reading.sentence_of(before.tokens.end - 1);
    reading.word_count(gap.clone()) + SENTENCE * sentences + CUE * cues.iter().filter(between).count() + 1
}

/// Returns how ill a source fits a cue: 0 for the subject of the cue, 1 for the subject of the verb it is joined to.
fn source_cost(reading: &Reading, cues: &[&Told], cue: &Told, source: &Told) -> usize {
    let tags = &reading.answers.tags;
    let is_subject_of = |verb: usize| {
        source.tokens.clone().any(|word| {
            let tag = &tags[word];
            tag.head == Some(verb) && matches!(tag.relation(), "nsubj" | "obl" | "nmod")
        })
    };
    if cue.tokens.clone().any(is_subject_of) {
        return 0;
    }
    let joined = |word: usize| match tags[word].relation() {
        "conj" | "xcomp" | "advcl" | "ccomp" | "acl" | "obj" => tags[word].head,
        _ => None,
    };
    let outer = cue.tokens.clone().filter_map(joined).filter(|head| !cue.tokens.contains(head));
    if outer.into_iter().any(|verb| is_subject_of(verb) || source.tokens.contains(&verb)) {
        return 1;
    }
    distance(reading, cues, cue, source) + 1
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
    let last = cue.end.checked_sub(1)?;
    let sentence = reading.sentence(reading.sentence_of(last));
    let is_addressee = |&word: &usize| {
        let tag = &reading.answers.tags[word];
        tag.head.is_some_and(|head| cue.contains(&head)) && matches!(tag.relation(), "iobj" | "obj")
    };
    let head = (cue.end..sentence.end).find(is_addressee)?;
    let phrase = reading.subtree(head);
    let is_apart = !content.iter().any(|part| part.contains(&head));
    (is_apart && phrase.start >= cue.end).then_some(phrase)
}

impl Found {
    fn first_word(&self) -> usize {
        let parts = self.source.iter().chain(&self.cue).chain(&self.content);
        parts.map(|part| part.start).min().unwrap_or(0)
    }
}

impl Findings<'_, '_> {
    /// Tells whether any of these words is already part of a content.
    pub(super) fn is_any_covered(&self, words: &Range<usize>) -> bool {
        self.covered[words.clone()].contains(&true)
    }

    /// Keeps a content without cue, if it is a quotation: anything else is the author's own.
    fn keep_quoted(&mut self, content: &Told) {
        let quoted = content.tokens.clone().filter(|&word| self.reading.quote_at(word).is_some()).count();
        if quoted * 2 > content.tokens.len() {
            self.keep(Found::bare(content.tokens.clone(), content.score));
        }
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

impl Found {
    /// Makes an attribution of a quotation that nobody is said to have said.
    pub(super) fn bare(content: Range<usize>, score: f32) -> Self {
        Found { class: CueClass::Other, source: None, cue: None, content: vec![content], person: None, score }
    }
}
