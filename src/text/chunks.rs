//! A paragraph as chunks: runs without white space, each with its opening and closing marks told apart.

use super::abbreviations::starts_sentences;
use crate::span::Span;

/// A run of characters without white space.
pub(super) struct Chunk<'t> {
    /// Where it stands.
    pub span: Span,
    /// The marks that open it: "(“" of "(“done.”)".
    pub opening: &'t str,
    /// What is between the marks: "done.".
    pub core: &'t str,
    /// The marks that close it: "”)".
    pub closing: &'t str,
    /// Whether it is nothing but marks that close what stands before it.
    pub is_closing: bool,
}

impl<'t> Chunk<'t> {
    fn new(text: &'t str, span: Span, is_in_straight_quotes: bool) -> Self {
        let words = span.of(text);
        let unopened = words.trim_start_matches(is_opening);
        let core = unopened.trim_end_matches(is_closing);
        let is_closing = is_note(words)
            || words.chars().all(|character| {
                is_closing(character) && (character != '"' || is_in_straight_quotes) && character != '\''
            });
        Chunk {
            span,
            opening: &words[..words.len() - unopened.len()],
            core,
            closing: &unopened[core.len()..],
            is_closing,
        }
    }

    /// Returns the core without the marks that end a sentence, and these marks: "done" and "?!".
    pub fn ended(&self) -> (&'t str, &'t str) {
        self.core.split_at(self.core.trim_end_matches(is_end_mark).len())
    }

    /// Returns the first word in it, without marks.
    pub fn word(&self) -> &'t str {
        let core = self.core.trim_start_matches(|character: char| !character.is_alphanumeric());
        let end = core.find(|character: char| !character.is_alphanumeric() && !is_apostrophe(character));
        &core[..end.unwrap_or(core.len())]
    }

    /// Returns the first letter or digit in it.
    pub fn first(&self) -> Option<char> {
        self.word().chars().next()
    }

    /// Tells whether it is a mark that begins an item of a list.
    pub fn is_bullet(&self) -> bool {
        matches!(self.core, "•" | "●" | "▪" | "■" | "‣" | "◦" | "·")
    }

    /// Tells whether it is a web address.
    pub fn is_link(&self) -> bool {
        self.core.starts_with("http://") || self.core.starts_with("https://") || self.core.starts_with("www.")
    }

    /// Tells whether it is a dash or dots, which say nothing about what comes after them.
    pub fn is_pause(&self) -> bool {
        !self.core.is_empty()
            && self.core.chars().all(|character| matches!(character, '-' | '–' | '—' | '.' | '…' | '*'))
    }
}

/// Tells whether a run is the number of a note: `[12]`.
pub(super) fn is_note(run: &str) -> bool {
    let number = run.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    number.is_some_and(|number| !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit()))
}

/// Tells whether a character may open a quotation or a bracket.
pub(super) fn is_opening(character: char) -> bool {
    matches!(character, '“' | '„' | '‟' | '"' | '‘' | '\'' | '’' | '«' | '‹' | '`' | '(' | '[' | '{' | '¿' | '¡')
}

/// Tells whether a character may close a quotation or a bracket.
pub(super) fn is_closing(character: char) -> bool {
    matches!(character, '”' | '“' | '"' | '’' | '\'' | '»' | '›' | ')' | ']' | '}' | '」')
}

/// Tells whether a character may close a quotation.
pub(super) fn is_closing_quote(character: char) -> bool {
    is_closing(character) && !matches!(character, ')' | ']' | '}')
}

/// Tells whether a character may end a sentence.
pub(super) fn is_end_mark(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…' | '‽' | '؟' | '।') || is_wide_end_mark(character)
}

/// Tells whether a character ends a sentence without a space after it.
fn is_wide_end_mark(character: char) -> bool {
    matches!(character, '。' | '！' | '？' | '｡')
}

/// Tells whether a character is an apostrophe, straight or curly.
pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

/// Divides a paragraph into chunks: at white space, and where a space was forgotten between two sentences.
pub(super) fn split_chunks(text: &str, paragraph: Span) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let mut straight_quotes = 0;
    for run in runs(text, paragraph) {
        let mut start = run.start;
        for cut in forgotten_spaces(run.of(text)).into_iter().map(|byte| run.start + byte).chain([run.end]) {
            let span = Span::new(start, cut);
            chunks.push(Chunk::new(text, span, straight_quotes % 2 == 1));
            straight_quotes += span.of(text).matches('"').count();
            start = cut;
        }
    }
    chunks
}

/// Returns the runs without white space in a part of a text, in order.
pub(super) fn runs(text: &str, part: Span) -> impl Iterator<Item = Span> {
    let mut at = part.start;
    std::iter::from_fn(move || {
        let rest = &text[at..part.end];
        let start = part.end - rest.trim_start().len();
        let length = text[start..part.end].find(char::is_whitespace).unwrap_or(part.end - start);
        at = start + length;
        (length > 0).then(|| Span::new(start, at))
    })
}

/// Returns where one sentence ends and the next begins inside a run: "end.”He", "end.“He", "end.The".
fn forgotten_spaces(run: &str) -> Vec<usize> {
    let is_address = run.contains(['@', '/']);
    let mut cuts = Vec::new();
    let mut letters = 0;
    let mut characters = run.char_indices().peekable();
    while let Some((_, character)) = characters.next() {
        if !is_end_mark(character) {
            letters = if character.is_lowercase() { letters + 1 } else { 0 };
            continue;
        }
        let (mut is_wide, mut is_quoted) = (is_wide_end_mark(character), false);
        while let Some((_, closing)) = characters.next_if(|(_, next)| is_end_mark(*next) || matches!(next, '”' | '»'))
        {
            is_wide |= is_wide_end_mark(closing);
            is_quoted |= !is_end_mark(closing);
        }
        if let Some(&(byte, next)) = characters.peek() {
            let is_sentence = letters > 1 && !is_address && starts_sentences(leading_word(&run[byte..]));
            if is_wide || next == '“' || is_noted(&run[byte..]) || (is_quoted && next.is_uppercase()) || is_sentence {
                cuts.push(byte);
            }
        }
        letters = 0;
    }
    cuts
}

/// Tells whether a run begins with the number of a note.
fn is_noted(run: &str) -> bool {
    run.strip_prefix('[').is_some_and(|number| number.starts_with(|first: char| first.is_ascii_digit()))
}

/// Returns the word at the start of a run, as far as a short word reaches.
fn leading_word(run: &str) -> &str {
    let end =
        run.char_indices().take(16).find(|(_, character)| !character.is_alphabetic() && !is_apostrophe(*character));
    end.map_or(run, |(byte, _)| &run[..byte])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        split_chunks(text, Span::new(0, text.len())).iter().map(|chunk| chunk.span.of(text)).collect()
    }

    #[test]
    fn marks_are_told_apart() {
        let text = "(“Done?!”),";
        let chunks = split_chunks(text, Span::new(0, text.len()));
        assert_eq!((chunks[0].opening, chunks[0].core, chunks[0].closing), ("(“", "Done?!”),", ""));
        let text = "(“Done?!”)";
        let chunks = split_chunks(text, Span::new(0, text.len()));
        assert_eq!((chunks[0].ended(), chunks[0].closing), (("Done", "?!"), "”)"));
    }

    #[test]
    fn forgotten_spaces_are_found() {
        assert_eq!(words("It is over.”We left.“Why?”"), ["It", "is", "over.”", "We", "left.", "“Why?”"]);
        assert_eq!(words("It is over.The end"), ["It", "is", "over.", "The", "end"]);
        assert_eq!(words("www.The.com/a.The amazon.The.org"), ["www.The.com/a.The", "amazon.", "The.org"]);
        assert_eq!(words("他说。她说。"), ["他说。", "她说。"]);
        assert_eq!(words("24.kg U.S.The"), ["24.kg", "U.S.The"]);
    }

    #[test]
    fn a_lone_straight_mark_closes_what_is_open() {
        let chunks = split_chunks("\" Done . \" \" ", Span::new(0, 12));
        assert_eq!(chunks.iter().map(|chunk| chunk.is_closing).collect::<Vec<_>>(), [false, false, false, true, false]);
    }
}
