//! The parts of attributions that the encoder found, cut at the ends of paragraphs, with what linking asks of each.

use std::ops::Range;

use super::quoted;
use super::reading::{Passage, Reading};
use crate::model::{Role, Told};

/// A source, cue or content.
pub(super) struct Part {
    pub(super) words: Range<usize>,
    /// How sure the encoder is of it, 0 to 1.
    pub(super) score: f32,
    /// Its paragraph, as an index into [`Reading::passages`].
    pub(super) passage: usize,
    /// Its first and last sentence.
    pub(super) sentences: (usize, usize),
    /// The first word that hangs on a word outside of it.
    pub(super) top: usize,
    /// The quotation that most of it stands in.
    pub(super) quote: Option<usize>,
}

/// The parts of a document, each kind in the order of the text. Turns of transcripts have none.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) sources: Vec<Part>,
    pub(super) cues: Vec<Part>,
    pub(super) contents: Vec<Part>,
}

impl Parts {
    pub(super) fn of(reading: &Reading) -> Self {
        let mut parts = Parts::default();
        for (index, passage) in reading.passages.iter().enumerate() {
            if quoted::turn(reading, passage).is_some() {
                continue;
            }
            for told in told_in(reading, passage) {
                let kind = match told.role {
                    Role::Source => &mut parts.sources,
                    Role::Cue => &mut parts.cues,
                    Role::Content => &mut parts.contents,
                };
                kind.push(Part::new(reading, &told, index));
            }
        }
        parts
    }
}

/// Returns what the encoder found in a paragraph; what runs over its ends is cut there.
fn told_in<'r>(reading: &'r Reading, passage: &Passage) -> impl Iterator<Item = Told> + use<'r> {
    let told = &reading.answers.told;
    let Range { start, end } = passage.words;
    let first = told.partition_point(|part| part.tokens.end <= start);
    let inside = told[first..].iter().take_while(move |part| part.tokens.start < end);
    inside.map(move |part| Told { tokens: part.tokens.start.max(start)..part.tokens.end.min(end), ..part.clone() })
}

impl Part {
    fn new(reading: &Reading, told: &Told, passage: usize) -> Self {
        let words = told.tokens.clone();
        let is_top = |word: &usize| {
            let head = reading.answers.tags[*word].head;
            reading.words[*word].is_word() && head.is_none_or(|head| !words.contains(&head))
        };
        Part {
            top: words.clone().find(is_top).unwrap_or(words.start),
            score: told.score,
            passage,
            sentences: (reading.sentence_of(words.start), reading.sentence_of(words.end - 1)),
            // The word in the middle tells: marks and "that" stand at the ends.
            quote: reading.quote_at(words.start + words.len() / 2),
            words,
        }
    }
}
