//! A half-open range of bytes in one text.
//!
//! Inside the program every position is a byte, because that is what slicing costs nothing with. What leaves the
//! program (database, exports, `analyze`) counts Unicode characters; [`CharIndex`] is the one place that converts.

/// A half-open range of bytes in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// Makes the span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forward: {start}..{end}");
        Span { start, end }
    }

    /// Returns the words under this span.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }

    /// Returns the length in bytes.
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// Tells whether the span holds nothing.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Tells whether `other` lies inside this span.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Tells whether the two spans share a byte.
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns this span without white space at its ends.
    pub fn trimmed(&self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }

    /// Returns this span counted from `origin` instead of from the start of the text.
    pub fn relative_to(&self, origin: usize) -> Span {
        Span::new(self.start - origin, self.end - origin)
    }
}

/// Converts byte positions of one text into character positions.
///
/// # Example
///
/// ```
/// use sayso::span::{CharIndex, Span};
///
/// let index = CharIndex::new("naïve 👍 yes");
/// assert_eq!(index.span(Span::new(12, 15)), (8, 11));
/// ```
pub struct CharIndex {
    /// Byte offset of each character that is longer than one byte, in order.
    wide: Vec<WideChar>,
}

struct WideChar {
    byte: usize,
    /// How many bytes more than characters there are up to and including this one.
    surplus: usize,
}

impl CharIndex {
    /// Reads the text once; plain ASCII costs no memory.
    pub fn new(text: &str) -> Self {
        let mut surplus = 0;
        let wide = text
            .char_indices()
            .filter(|(_, character)| character.len_utf8() > 1)
            .map(|(byte, character)| {
                surplus += character.len_utf8() - 1;
                WideChar { byte, surplus }
            })
            .collect();
        CharIndex { wide }
    }

    /// Returns how many characters stand before the byte position.
    pub fn position(&self, byte: usize) -> usize {
        let before = self.wide.partition_point(|wide| wide.byte < byte);
        match before {
            0 => byte,
            _ => byte - self.wide[before - 1].surplus,
        }
    }

    /// Returns a span as character positions, end excluded.
    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.position(span.start), self.position(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn trimming_keeps_the_words() {
        let text = "ab  cd \u{a0}";
        assert_eq!(Span::new(2, text.len()).trimmed(text).of(text), "cd");
        assert!(Span::new(2, 4).trimmed(text).is_empty());
    }

    proptest! {
        #[test]
        fn character_positions_agree_with_counting(text in "\\PC{0,40}") {
            let index = CharIndex::new(&text);
            for (byte, _) in text.char_indices() {
                prop_assert_eq!(index.position(byte), text[..byte].chars().count());
            }
            prop_assert_eq!(index.position(text.len()), text.chars().count());
        }
    }
}
