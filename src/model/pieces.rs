//! Words → word pieces, by the greedy longest match of WordPiece (Schuster and Nakajima, 2012) over BERT's uncased
//! vocabulary, each piece with the bytes it stands for.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::span::Span;

/// Opens every window.
pub const CLASSIFY: i32 = 101;
/// Ends every paragraph of a window.
pub const SEPARATE: i32 = 102;
/// Stands for a word that the vocabulary cannot spell.
const UNKNOWN: i32 = 100;

/// A word of more characters than this is unknown as a whole, so that no input takes quadratic time.
const LONGEST_WORD: usize = 100;

/// One piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Its number in the vocabulary.
    pub id: i32,
    /// The bytes it stands for.
    pub span: Span,
}

/// The pieces there are, by how they are written.
static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::default();
    for (id, line) in (0..).zip(include_str!("../../models/vocabulary.txt").lines()) {
        match line.strip_prefix("##") {
            Some(inner) if !inner.is_empty() => vocabulary.inner.insert(inner, id),
            _ => vocabulary.first.insert(line, id),
        };
    }
    vocabulary
});

#[derive(Default)]
struct Vocabulary {
    /// Pieces that begin a word.
    first: HashMap<&'static str, i32>,
    /// Pieces inside a word, written without their "##".
    inner: HashMap<&'static str, i32>,
}

/// Divides a text into pieces, in order. White space and control characters belong to none.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut word = Word::default();
    for (start, letter) in text.char_indices() {
        let span = Span::new(start, start + letter.len_utf8());
        match kind_of(letter) {
            Kind::Space => word.finish(&mut pieces),
            Kind::Nothing => {}
            Kind::Alone => {
                word.finish(&mut pieces);
                word.push(letter, span);
                word.finish(&mut pieces);
            }
            Kind::Letter => word.push(letter, span),
        }
    }
    word.finish(&mut pieces);
    pieces
}

/// What a character does to the words around it.
enum Kind {
    Space,
    /// A control character: as if it were not there.
    Nothing,
    /// Punctuation and ideographs are words of their own.
    Alone,
    Letter,
}

fn kind_of(letter: char) -> Kind {
    match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Kind::Letter,
        ' ' | '\t' | '\n' | '\r' => Kind::Space,
        '!'..='~' => Kind::Alone,
        '\0' | '\u{fffd}' => Kind::Nothing,
        _ if letter.is_whitespace() => Kind::Space,
        _ if is_ideograph(letter) => Kind::Alone,
        _ => match letter.general_category_group() {
            GeneralCategoryGroup::Punctuation => Kind::Alone,
            GeneralCategoryGroup::Other => Kind::Nothing,
            _ => Kind::Letter,
        },
    }
}

fn is_ideograph(letter: char) -> bool {
    matches!(u32::from(letter),
        0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0x20000..=0x2A6DF | 0x2A700..=0x2B81F | 0x2B820..=0x2CEAF
        | 0xF900..=0xFAFF | 0x2F800..=0x2FA1F)
}

/// A word on its way: in lower case, without accents.
#[derive(Default)]
struct Word {
    plain: String,
    /// For each byte of `plain`, the character of the text it came from.
    origin: Vec<Span>,
    letters: usize,
}

impl Word {
    fn push(&mut self, letter: char, span: Span) {
        if letter.is_ascii() {
            self.push_plain(letter.to_ascii_lowercase(), span);
        } else {
            // Accents go before case does, as in the tokenizer the vocabulary was made with.
            for plain in letter.nfd().filter(|&part| !is_combining_mark(part)).flat_map(char::to_lowercase) {
                self.push_plain(plain, span);
            }
        }
    }

    fn push_plain(&mut self, letter: char, span: Span) {
        self.plain.push(letter);
        self.origin.resize(self.plain.len(), span);
        self.letters += 1;
    }

    /// Adds the pieces of the word and begins a new one.
    fn finish(&mut self, pieces: &mut Vec<Piece>) {
        if !self.plain.is_empty() {
            let before = pieces.len();
            if self.letters > LONGEST_WORD || !self.divide(pieces) {
                pieces.truncate(before);
                let span = Span::new(self.origin[0].start, self.origin[self.origin.len() - 1].end);
                pieces.push(Piece { id: UNKNOWN, span });
            }
        }
        self.plain.clear();
        self.origin.clear();
        self.letters = 0;
    }

    /// Adds the longest pieces from left to right; tells whether they spell the whole word.
    fn divide(&self, pieces: &mut Vec<Piece>) -> bool {
        let mut start = 0;
        while start < self.plain.len() {
            let known = if start == 0 { &VOCABULARY.first } else { &VOCABULARY.inner };
            let ends = (start + 1..=self.plain.len()).rev().filter(|&end| self.plain.is_char_boundary(end));
            let found = ends.filter_map(|end| Some((end, *known.get(&self.plain[start..end])?))).next();
            let Some((end, id)) = found else { return false };
            pieces.push(Piece { id, span: Span::new(self.origin[start].start, self.origin[end - 1].end) });
            start = end;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> Vec<(i32, &str)> {
        pieces(text).into_iter().map(|piece| (piece.id, piece.span.of(text))).collect()
    }

    #[test]
    fn pieces_keep_their_place() {
        assert_eq!(written("The Café, naïvely"), [
            (1996, "The"),
            (7668, "Café"),
            (1010, ","),
            (15743, "naïve"),
            (2135, "ly"),
        ]);
    }

    #[test]
    fn what_cannot_be_spelled_is_unknown_as_a_whole() {
        assert_eq!(written("a 🦀 b"), [(1037, "a"), (UNKNOWN, "🦀"), (1038, "b")]);
        let long = "x".repeat(LONGEST_WORD + 1);
        assert_eq!(written(&long), [(UNKNOWN, long.as_str())]);
    }

    proptest! {
        #[test]
        fn every_piece_slices_and_they_run_forward(text in any::<String>()) {
            let mut last = 0;
            for piece in pieces(&text) {
                prop_assert!(piece.span.start <= piece.span.end && piece.span.end <= text.len());
                prop_assert!(!piece.span.of(&text).is_empty());
                prop_assert!(piece.span.start >= last || piece.span.start >= last.saturating_sub(4));
                last = piece.span.end;
            }
        }
    }
}
