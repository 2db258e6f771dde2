//! A document → the windows that the encoder reads: whole paragraphs packed up to a size, and longer paragraphs divided
//! between sentences, each part begun with the sentence before it for context.

use std::collections::HashMap;
use std::ops::Range;

use super::marks::marks;
use super::pieces::Vocabulary;
use crate::text::Document;

/// The most pieces of one window. The encoder has places for 512, but attention grows with the square,
/// and training saw windows of this size.
const LONGEST: usize = 126;

/// The longest sentence, in pieces, that is read again as context.
const LONGEST_CONTEXT: usize = 40;

/// One window: what the encoder is given, and which of its answers count.
#[derive(Debug)]
pub(super) struct Window {
    /// The document's tokens in it.
    pub(super) tokens: Range<usize>,
    /// Those of them whose answers count: the rest is context.
    pub(super) kept: Range<usize>,
    /// Word pieces, with those that mark up the window.
    pub(super) pieces: Vec<i32>,
    /// The mark of each piece.
    pub(super) marks: Vec<i32>,
    /// For each token, the place of its first piece.
    pub(super) words: Vec<i32>,
    /// For each token, the number of its sentence.
    pub(super) sentences: Vec<i32>,
}

/// Tokens that are never divided between windows: a sentence, or a part of an endless one.
struct Unit {
    tokens: Range<usize>,
    sentence: i32,
    paragraph: usize,
    pieces: usize,
}

/// Divides a document into windows, in order; every token is kept in one of them.
pub(super) fn windows(document: &Document, vocabulary: &Vocabulary) -> Vec<Window> {
    let spelled = Spelled::new(document, vocabulary);
    let units = units(document, &spelled);
    let mut parts: Vec<(Range<usize>, usize)> = Vec::new();
    let (mut first, mut context, mut size) = (0, 0, 1);
    for at in 0..units.len() {
        let begins_paragraph = at == 0 || units[at].paragraph != units[at - 1].paragraph;
        let rest = &units[at..];
        let whole: usize =
            rest.iter().take_while(|unit| unit.paragraph == units[at].paragraph).map(|unit| unit.pieces).sum();
        // A paragraph that fits a window is not divided.
        let wanted = if begins_paragraph && whole + 2 <= LONGEST { whole + 1 } else { units[at].pieces + 1 };
        if at > first && size + wanted > LONGEST {
            parts.push((first..at, context));
            let before = units[at - 1].pieces;
            let fits = before <= LONGEST_CONTEXT && before + units[at].pieces + 2 <= LONGEST;
            context = usize::from(fits && !begins_paragraph && at - 1 > first);
            first = at - context;
            size = 1 + context * units[at - 1].pieces + 1;
        }
        size += units[at].pieces + usize::from(begins_paragraph);
    }
    parts.push((first..units.len(), context));
    parts
        .into_iter()
        .filter(|(part, _)| !part.is_empty())
        .map(|(part, context)| spelled.window(&units[part], context, vocabulary))
        .collect()
}

fn units(document: &Document, spelled: &Spelled) -> Vec<Unit> {
    let mut units = Vec::with_capacity(document.sentences.len());
    for (paragraph, of) in document.paragraphs.iter().enumerate() {
        for sentence in of.sentences.clone() {
            let mut tokens = document.sentences[sentence].tokens.clone();
            while !tokens.is_empty() {
                let (end, pieces) = spelled.fitting(tokens.clone());
                units.push(Unit { tokens: tokens.start..end, sentence: sentence as i32, paragraph, pieces });
                tokens.start = end;
            }
        }
    }
    units
}

/// The pieces and marks of every token.
struct Spelled {
    pieces: Vec<i32>,
    /// Where each token's pieces begin, and where the last one's end.
    starts: Vec<usize>,
    marks: Vec<i32>,
}

impl Spelled {
    fn new(document: &Document, vocabulary: &Vocabulary) -> Spelled {
        let (mut pieces, mut starts) = (Vec::new(), vec![0]);
        let mut known: HashMap<&str, Range<usize>> = HashMap::new();
        for token in &document.tokens {
            let text = token.span.of(&document.text);
            match known.get(text) {
                Some(place) => pieces.extend_from_within(place.clone()),
                None => {
                    let first = pieces.len();
                    pieces.extend(vocabulary.pieces(text).into_iter().map(|piece| piece.id));
                    if pieces.len() == first {
                        pieces.push(vocabulary.unknown());
                    }
                    // No token fills a window alone.
                    pieces.truncate(first + LONGEST / 2);
                    known.insert(text, first..pieces.len());
                }
            }
            starts.push(pieces.len());
        }
        Spelled { pieces, starts, marks: marks(document) }
    }

    /// Returns how far these tokens fit one window, and how many pieces that makes.
    fn fitting(&self, tokens: Range<usize>) -> (usize, usize) {
        let start = self.starts[tokens.start];
        let ends = &self.starts[tokens.start + 1..=tokens.end];
        let count = ends.partition_point(|&end| end - start + 2 <= LONGEST).max(1);
        (tokens.start + count, self.starts[tokens.start + count] - start)
    }

    fn window(&self, units: &[Unit], context: usize, vocabulary: &Vocabulary) -> Window {
        let tokens = units[0].tokens.start..units[units.len() - 1].tokens.end;
        let mut window = Window {
            kept: units[context].tokens.start..tokens.end,
            tokens,
            pieces: vec![vocabulary.classify()],
            marks: vec![0],
            words: Vec::new(),
            sentences: Vec::new(),
        };
        for (place, unit) in units.iter().enumerate() {
            for token in unit.tokens.clone() {
                let pieces = &self.pieces[self.starts[token]..self.starts[token + 1]];
                window.words.push(window.pieces.len() as i32);
                window.sentences.push(unit.sentence);
                window.pieces.extend_from_slice(pieces);
                window.marks.resize(window.pieces.len(), self.marks[token]);
            }
            if units.get(place + 1).is_none_or(|next| next.paragraph != unit.paragraph) {
                window.pieces.push(vocabulary.separate());
                window.marks.push(0);
            }
        }
        window
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn divided(text: &str) -> (usize, Vec<Window>) {
        let lines = "[UNK]\n[CLS]\n[SEP]\nw\nx\n##w\n##x\n.";
        let document = Document::from_text(text);
        (document.tokens.len(), windows(&document, &Vocabulary::new(lines).unwrap()))
    }

    fn keeps_everything_once(text: &str) -> Result<(), TestCaseError> {
        let (tokens, windows) = divided(text);
        let mut next = 0;
        for window in &windows {
            prop_assert_eq!(window.kept.start, next);
            prop_assert!(window.tokens.start <= window.kept.start && window.tokens.end == window.kept.end);
            prop_assert_eq!(window.words.len(), window.tokens.len());
            prop_assert_eq!(window.pieces.len(), window.marks.len());
            prop_assert!(window.pieces.len() <= LONGEST, "{} pieces", window.pieces.len());
            next = window.kept.end;
        }
        prop_assert_eq!(next, tokens);
        Ok(())
    }

    #[test]
    fn short_paragraphs_share_a_window() {
        let (_, windows) = divided("w x w.\n\nX w x.");
        assert_eq!(windows.len(), 1);
        assert_eq!(windows[0].pieces, [1, 3, 4, 3, 7, 2, 4, 3, 4, 7, 2]);
        assert_eq!(windows[0].sentences, [0, 0, 0, 0, 1, 1, 1, 1]);
    }

    #[test]
    fn a_long_paragraph_is_divided_with_context() {
        let (_, windows) = divided(&"W x w x w x. ".repeat(60));
        assert_eq!(windows[1].kept.start - windows[1].tokens.start, 7);
    }

    #[test]
    fn an_endless_sentence_is_divided() {
        keeps_everything_once(&"wx ".repeat(2000)).unwrap();
        keeps_everything_once(&"x".repeat(5000)).unwrap();
    }

    proptest! {
        #[test]
        fn every_token_is_kept_once(text in any::<String>()) {
            keeps_everything_once(&text)?;
        }

        #[test]
        fn every_token_of_long_texts_is_kept_once(
            parts in proptest::collection::vec("(w{1,9} ?){1,80}[.\n]{1,2} ?", 1..40)
        ) {
            keeps_everything_once(&parts.concat())?;
        }
    }
}
