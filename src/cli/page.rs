//! Pages for people: titles, wrapped paragraphs and small tables of facts, in colour where it is wanted.

use anstyle::{AnsiColor, Style};

/// Words in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// How they look where there is colour.
    pub style: Style,
}

/// How a page shows what stands out.
pub mod styles {
    use super::{AnsiColor, Style};

    /// Words as they are.
    pub const PLAIN: Style = Style::new();
    /// Titles and names.
    pub const STRONG: Style = Style::new().bold();
    /// What stands beside the words: places, ids, marks.
    pub const QUIET: Style = Style::new().dimmed();
    /// Who speaks.
    pub const SOURCE: Style = AnsiColor::Cyan.on_default().bold();
    /// Reporting words.
    pub const CUE: Style = AnsiColor::Yellow.on_default();
    /// What is said.
    pub const CONTENT: Style = AnsiColor::Green.on_default();
    /// What is well.
    pub const GOOD: Style = AnsiColor::Green.on_default();
    /// What is not.
    pub const BAD: Style = AnsiColor::Red.on_default().bold();
}

/// A page being composed.
pub struct Page {
    text: String,
    width: usize,
    color: bool,
}

impl Piece {
    /// Makes words in a style.
    pub fn new(text: impl Into<String>, style: Style) -> Piece {
        Piece { text: text.into(), style }
    }
}

impl Page {
    /// Begins an empty page.
    pub fn new(width: usize, color: bool) -> Page {
        Page { text: String::new(), width, color }
    }

    /// Returns what the page holds.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Leaves a line empty, unless the page is.
    pub fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Writes a title.
    pub fn title(&mut self, title: &str) {
        self.pieces(0, &[Piece::new(title, styles::STRONG)]);
    }

    /// Writes one paragraph in plain words.
    pub fn words(&mut self, indent: usize, words: &str) {
        self.pieces(indent, &[Piece::new(words, styles::PLAIN)]);
    }

    /// Writes what is known under a name; nothing where nothing is known.
    pub fn fact(&mut self, name: &str, value: &str) {
        const COLUMN: usize = 12;
        if !value.is_empty() {
            let name = format!("{name:COLUMN$}");
            self.text.push_str(&self.painted(&name, styles::QUIET));
            self.flow(COLUMN, COLUMN, &[Piece::new(value, styles::PLAIN)]);
        }
    }

    /// Writes one paragraph, wrapped between `indent` and the width of the page.
    pub fn pieces(&mut self, indent: usize, pieces: &[Piece]) {
        self.text.push_str(&" ".repeat(indent));
        self.flow(indent, indent, pieces);
    }

    /// Goes on at `column`, wraps at white space, and ends the line.
    ///
    /// Widths are counted in characters, which wide scripts exceed; words are never parted.
    fn flow(&mut self, mut column: usize, indent: usize, pieces: &[Piece]) {
        let mut word: Vec<(char, Style)> = Vec::new();
        let mut is_first = true;
        let characters =
            pieces.iter().flat_map(|piece| piece.text.chars().map(move |character| (character, piece.style)));
        for (character, style) in characters.chain([(' ', styles::PLAIN)]) {
            if !character.is_whitespace() {
                // A text must not command the terminal.
                let shown = if character.is_control() { '\u{fffd}' } else { character };
                word.push((shown, style));
                continue;
            }
            if word.is_empty() {
                continue;
            }
            if !is_first && column + 1 + word.len() > self.width {
                self.text.push('\n');
                self.text.push_str(&" ".repeat(indent));
                column = indent;
            } else if !is_first {
                self.text.push(' ');
                column += 1;
            }
            column += word.len();
            is_first = false;
            self.word(&word);
            word.clear();
        }
        self.text.push('\n');
    }

    /// Writes one word; each run of one style is closed within it, since pagers paint line by line.
    fn word(&mut self, word: &[(char, Style)]) {
        for run in word.chunk_by(|(_, a), (_, b)| a == b) {
            let letters: String = run.iter().map(|(character, _)| character).collect();
            let painted = self.painted(&letters, run[0].1);
            self.text.push_str(&painted);
        }
    }

    fn painted(&self, words: &str, style: Style) -> String {
        match self.color && style != styles::PLAIN {
            true => format!("{}{words}{}", style.render(), style.render_reset()),
            false => words.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn paragraphs_wrap_below_their_beginning() {
        let mut page = Page::new(20, false);
        page.fact("speaker", "Anna Lind, mayor");
        page.words(2, "one two three four five");
        assert_eq!(
            page.text(),
            "speaker     Anna\n            Lind,\n            mayor\n  one two three four\n  five\n"
        );
    }

    #[test]
    fn a_word_of_two_styles_stays_one_word() {
        let mut page = Page::new(9, true);
        page.pieces(0, &[Piece::new("said [", styles::PLAIN), Piece::new("that]", styles::CUE)]);
        assert_eq!(page.text(), "said\n[\u{1b}[33mthat]\u{1b}[0m\n");
    }

    proptest! {
        #[test]
        fn no_word_is_lost(words in "\\PC{0,60}", width in 1_usize..40) {
            let mut page = Page::new(width, false);
            page.words(3, &words);
            let shown: Vec<&str> = page.text().split_whitespace().collect();
            let given: Vec<&str> = words.split_whitespace().collect();
            prop_assert_eq!(shown, given);
        }
    }
}
