//! Parts of a text marked in it: each in brackets with its label, in colour where there is some.

use anstyle::Style;

use super::page::{Piece, styles};

/// A part to be marked, in Unicode characters of the text, end excluded.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// First character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it is.
    pub label: String,
    /// How it looks where there is colour.
    pub style: Style,
}

/// Returns the text with its marks: `[cue: said]`. Of marks inside each other the inner one gives the colour.
pub fn marked(text: &str, marks: &[Mark]) -> Vec<Piece> {
    let mut ends: Vec<&Mark> = marks.iter().filter(|mark| mark.start < mark.end).collect();
    let mut starts = ends.clone();
    // Of marks that begin together the longer one opens first; of those that end together the shorter closes first.
    starts.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    ends.sort_by_key(|mark| (mark.end, std::cmp::Reverse(mark.start)));
    let (mut starts, mut ends) = (starts.into_iter().peekable(), ends.into_iter().peekable());

    let mut pieces: Vec<Piece> = Vec::new();
    let mut open: Vec<&Mark> = Vec::new();
    let length = text.chars().count();
    for (position, character) in text.chars().map(Some).chain([None]).enumerate() {
        while let Some(mark) = ends.next_if(|mark| mark.end.min(length) <= position) {
            push(&mut pieces, "]", styles::QUIET);
            open.retain(|open| !std::ptr::eq(*open, mark));
        }
        let Some(character) = character else { break };
        while let Some(mark) = starts.next_if(|mark| mark.start <= position) {
            push(&mut pieces, &format!("[{}: ", mark.label), styles::QUIET);
            open.push(mark);
        }
        let style = open.last().map_or(styles::PLAIN, |mark| mark.style);
        push(&mut pieces, character.encode_utf8(&mut [0; 4]), style);
    }
    pieces
}

fn push(pieces: &mut Vec<Piece>, words: &str, style: Style) {
    match pieces.last_mut() {
        Some(last) if last.style == style => last.text.push_str(words),
        _ => pieces.push(Piece::new(words, style)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(start: usize, end: usize, label: &str) -> Mark {
        Mark { start, end, label: label.to_string(), style: styles::CUE }
    }

    fn shown(text: &str, marks: &[Mark]) -> String {
        marked(text, marks).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn parts_stand_in_brackets() {
        let marks = [mark(9, 13, "cue"), mark(14, 21, "content"), mark(0, 8, "source")];
        assert_eq!(shown("Zoë Lind said it rose.", &marks), "[source: Zoë Lind] [cue: said] [content: it rose].");
    }

    #[test]
    fn parts_may_lie_inside_each_other() {
        let marks = [mark(0, 5, "b"), mark(0, 9, "a"), mark(6, 9, "c")];
        assert_eq!(shown("a bcd efg", &marks), "[a: [b: a bcd] [c: efg]]");
    }

    proptest! {
        #[test]
        fn the_words_stay_in_order(text in "[a-zé 👍]{0,30}", ends in prop::collection::vec((0_usize..35, 0_usize..35), 0..6)) {
            let marks: Vec<Mark> = ends.iter().map(|&(a, b)| mark(a.min(b), a.max(b), "X")).collect();
            let kept: String = shown(&text, &marks).replace("[X: ", "").replace(']', "");
            prop_assert_eq!(kept, text);
        }
    }
}
