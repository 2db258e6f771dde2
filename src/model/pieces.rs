//! Words → word pieces, by the greedy longest match of WordPiece (Schuster and Nakajima, 2012) over BERT's uncased
//! vocabulary, each piece with the bytes it stands for.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::span::Span;

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
pub struct Vocabulary {
    /// Pieces that begin a word.
    first: HashMap<String, i32>,
    /// Pieces inside a word, written without their "##".
    inner: HashMap<String, i32>,
    classify: i32,
    separate: i32,
    unknown: i32,
}

impl Vocabulary {
    /// Reads a vocabulary, one piece a line, numbered from 0; nothing where it lacks the pieces that mark up a window.
    pub fn new(lines: &str) -> Option<Vocabulary> {
        let (mut first, mut inner) = (HashMap::new(), HashMap::new());
        for (id, line) in (0..).zip(lines.lines()) {
            match line.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => inner.insert(rest.to_owned(), id),
                _ => first.insert(line.to_owned(), id),
            };
        }
        let marker = |name: &str| first.get(name).copied();
        let (classify, separate, unknown) = (marker("[CLS]")?, marker("[SEP]")?, marker("[UNK]")?);
        Some(Vocabulary { first, inner, classify, separate, unknown })
    }

    /// Returns the piece that opens every window.
    pub fn classify(&self) -> i32 {
        self.classify
    }

    /// Returns the piece that ends every paragraph of a window.
    pub fn separate(&self) -> i32 {
        self.separate
    }

    /// Returns the piece that stands for a word which cannot be spelled.
    pub fn unknown(&self) -> i32 {
        self.unknown
    }

    /// Divides a text into pieces, in order. White space and control characters belong to none.
    pub fn pieces(&self, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut word = Word::default();
        for (start, letter) in text.char_indices() {
            let span = Span::new(start, start + letter.len_utf8());
            match kind_of(letter) {
                Kind::Space => word.finish(self, &mut pieces),
                Kind::Nothing => {}
                Kind::Alone => {
                    word.finish(self, &mut pieces);
                    word.push(letter, span);
                    word.finish(self, &mut pieces);
                }
                Kind::Letter => word.push(letter, span),
            }
        }
        word.finish(self, &mut pieces);
        pieces
    }
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
    fn finish(&mut self, vocabulary: &Vocabulary, pieces: &mut Vec<Piece>) {
        if !self.plain.is_empty() {
            let before = pieces.len();
            if self.letters > LONGEST_WORD || !self.divide(vocabulary, pieces) {
                pieces.truncate(before);
                let span = Span::new(self.origin[0].start, self.origin[self.origin.len() - 1].end);
                pieces.push(Piece { id: vocabulary.unknown, span });
            }
        }
        self.plain.clear();
        self.origin.clear();
        self.letters = 0;
    }

    /// Adds the longest pieces from left to right; tells whether they spell the whole word.
    fn divide(&self, vocabulary: &Vocabulary, pieces: &mut Vec<Piece>) -> bool {
        let mut start = 0;
        while start < self.plain.len() {
            let known = if start == 0 { &vocabulary.first } else { &vocabulary.inner };
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

    fn vocabulary() -> Vocabulary {
        let lines = ["[UNK]", "[CLS]", "[SEP]", "the", "cafe", ",", "naive", "##ly", "a", "b", "##a"];
        Vocabulary::new(&lines.join("\n")).unwrap()
    }

    fn written(text: &str) -> Vec<(i32, &str)> {
        vocabulary().pieces(text).into_iter().map(|piece| (piece.id, piece.span.of(text))).collect()
    }

    #[test]
    fn pieces_keep_their_place() {
        let expected = [(3, "The"), (4, "Café"), (5, ","), (6, "naïve"), (7, "ly")];
        assert_eq!(written("The Café, naïvely"), expected);
    }

    #[test]
    fn what_cannot_be_spelled_is_unknown_as_a_whole() {
        assert_eq!(written("a 🦀 b"), [(8, "a"), (0, "🦀"), (9, "b")]);
        let long = "a".repeat(LONGEST_WORD + 1);
        assert_eq!(written(&long), [(0, long.as_str())]);
    }

    #[test]
    fn a_vocabulary_without_markers_is_none() {
        assert!(Vocabulary::new("the\na").is_none());
    }

    proptest! {
        #[test]
        fn every_piece_slices_and_they_run_forward(text in any::<String>()) {
            let mut last = 0;
            for piece in vocabulary().pieces(&text) {
                prop_assert!(!piece.span.of(&text).is_empty());
                // Two pieces share a character only where it stands for two letters.
                prop_assert!(piece.span.start >= last || piece.span.start + 4 > last);
                last = piece.span.end;
            }
        }
    }
}
