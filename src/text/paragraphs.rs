//! Where the paragraphs of running text are: at empty lines, at line ends where those are meant, and not where lines
//! were merely wrapped. What a paragraph is, is the business of `kinds`.

use super::chunks::{is_closing, is_end_mark};
use crate::span::Span;

/// Divides running text into paragraphs: in order, none empty, without white space at their ends.
pub(super) fn split_paragraphs(text: &str) -> Vec<Span> {
    let lines = split_lines(text);
    let layout = Layout::of(text, &lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        match paragraphs.last_mut() {
            Some(last) if !line.is_apart && !layout.parts(text, &lines[index - 1], line) => last.end = line.span.end,
            _ => paragraphs.push(line.span),
        }
    }
    paragraphs
}

/// Characters of the longest paragraph that stays whole. No paragraph of news has as many as this; without a bound, what
/// costs little in a paragraph costs its square in a file without line ends.
const LONGEST: usize = 50_000;

/// Divides a paragraph that is longer than any: after a sentence, else between words, else anywhere.
pub(super) fn bounded(text: &str, paragraph: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut rest = paragraph;
    while let Some((over, _)) = rest.of(text).char_indices().nth(LONGEST) {
        let part = Span::new(rest.start, rest.start + last_gap(&rest.of(text)[..over])).trimmed(text);
        parts.push(part);
        rest = Span::new(part.end, rest.end).trimmed(text);
    }
    parts.push(rest);
    parts
}

/// Returns where a text that begins with a word is best cut.
fn last_gap(text: &str) -> usize {
    let gaps = || text.rmatch_indices(char::is_whitespace).map(|(byte, _)| byte);
    let sentence = gaps().find(|byte| text[..*byte].trim_end_matches(is_closing).ends_with(is_end_mark));
    sentence.or_else(|| gaps().next()).unwrap_or(text.len())
}

/// A line with words or marks in it.
struct Line {
    /// Where it stands, without white space at its ends.
    span: Span,
    /// White space before it, in characters.
    indent: usize,
    /// Its length in characters.
    width: usize,
    /// Whether an empty line stands before it.
    is_apart: bool,
}

fn split_lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut is_apart = false;
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    loop {
        let (end, character) =
            characters.next().map_or((text.len(), None), |(byte, character)| (byte, Some(character)));
        if character.is_some_and(|character| !is_line_end(character)) {
            continue;
        }
        let span = Span::new(start, end).trimmed(text);
        if span.of(text).chars().all(|character| matches!(character, '\u{200b}' | '\u{feff}')) {
            is_apart = true;
        } else {
            let indent = text[start..span.start].chars().count();
            lines.push(Line { span, indent, width: span.of(text).chars().count(), is_apart });
            is_apart = character == Some('\u{2029}');
        }
        let Some(character) = character else { return lines };
        start = end + character.len_utf8();
        if character == '\r' {
            start += characters.next_if(|(_, next)| *next == '\n').map_or(0, |_| 1);
        }
    }
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// How a text uses its line ends.
enum Layout {
    /// Lines were wrapped near this width.
    Wrapped(usize),
    /// Empty lines part paragraphs; a lone line end may.
    EmptyLines,
    /// Line ends part paragraphs.
    Lines,
}

impl Layout {
    fn of(text: &str, lines: &[Line]) -> Layout {
        let inner: Vec<_> = lines.windows(2).filter(|pair| !pair[1].is_apart).collect();
        let breaks = lines.len() - inner.len();
        let running_on = inner.iter().filter(|pair| starts_small(pair[1].span.of(text))).count();
        let mut widths: Vec<usize> = inner.iter().map(|pair| pair[0].width).collect();
        widths.sort_unstable();
        // The widest lines may be addresses that could not be wrapped.
        let width = widths.get(widths.len() * 9 / 10).copied().unwrap_or(0);
        // In wrapped English most lines begin inside a sentence, so with a small letter; in others hardly any does.
        if inner.len() > 2 && width <= WIDEST && running_on * 10 >= inner.len() * 4 {
            Layout::Wrapped(width)
        } else if breaks * 4 > inner.len() && breaks > 1 {
            Layout::EmptyLines
        } else {
            Layout::Lines
        }
    }

    /// Tells whether the end of a line is the end of its paragraph, no empty line being there.
    fn parts(&self, text: &str, line: &Line, next: &Line) -> bool {
        let (words, next_words) = (line.span.of(text), next.span.of(text));
        let is_ended = ends_sentence(words);
        if is_item(next_words) && (is_ended || is_item(words)) {
            return true;
        }
        match *self {
            Layout::Wrapped(width) => {
                let first_word = next_words.split_whitespace().next().map_or(0, |word| word.chars().count());
                let had_room = line.width + 1 + first_word < width;
                let is_title = line.width * 2 < width && !starts_small(next_words) && !words.ends_with(',');
                (had_room && (is_ended || is_title)) || (is_ended && next.indent > line.indent + 1)
            }
            _ if starts_small(next_words) && !is_ended => false,
            _ if words.ends_with([',', ';', '-', '–']) => false,
            Layout::Lines => true,
            Layout::EmptyLines => !starts_small(next_words) && (is_ended || line.width < SHORT),
        }
    }
}

/// Characters of the widest line that may have been wrapped; mail and typewriters wrap at 72 to 80, some at 100.
const WIDEST: usize = 130;

/// Characters of a line so short that it ends by intention: a heading, a name, a time of day.
const SHORT: usize = 45;

fn starts_small(words: &str) -> bool {
    words.chars().next().is_some_and(char::is_lowercase)
}

/// Tells whether a line ends a sentence or, by a colon, leads to what follows.
fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(is_closing).ends_with(|last| is_end_mark(last) || last == ':')
}

/// Tells whether a line is an item of a list: "• one", "- one", "1. one", "(a) one".
fn is_item(words: &str) -> bool {
    let Some((mark, _)) = words.split_once(char::is_whitespace) else { return false };
    let number = mark.trim_start_matches('(').trim_end_matches(['.', ')']);
    let is_number = number.len() < mark.len() && (1..=2).contains(&number.len());
    matches!(mark, "•" | "●" | "▪" | "■" | "-" | "–" | "—" | "*")
        || (is_number && number.chars().all(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<&str> {
        split_paragraphs(text).iter().map(|paragraph| paragraph.of(text)).collect()
    }

    #[test]
    fn empty_lines_part() {
        assert_eq!(
            paragraphs("One.\r\n\r\n  Two.  \n \t\n\n\u{feff}\nThree.\u{2029}Four"),
            ["One.", "Two.", "Three.", "Four"]
        );
    }

    #[test]
    fn line_ends_part_where_there_are_no_empty_lines() {
        let text = "The dam held.\nOfficials were relieved.\n“It held,” said Orr.\nA stray\nline end";
        assert_eq!(
            paragraphs(text),
            ["The dam held.", "Officials were relieved.", "“It held,” said Orr.", "A stray\nline end"]
        );
    }

    #[test]
    fn a_lone_line_end_parts_by_shape() {
        let text = "The dam held, said Orr.\n“It held because we had built it well over many years.”\n\n\
            A line that simply goes on after the name of Ida\nBrandt and ends here.\n\nSpring\nThe snow melted.";
        assert_eq!(
            paragraphs(text),
            [
                "The dam held, said Orr.",
                "“It held because we had built it well over many years.”",
                "A line that simply goes on after the name of Ida\nBrandt and ends here.",
                "Spring",
                "The snow melted."
            ]
        );
    }

    #[test]
    fn giants_are_divided_at_the_best_place() {
        let whole = "It held. ".repeat(5_555);
        assert_eq!(bounded(&whole, Span::new(0, whole.len()).trimmed(&whole)).len(), 1);
        for (giant, last) in [("It held, he said. ", "said."), ("dam ", "dam"), ("dåm", "m"), ("“", "“")] {
            let text = giant.repeat(180_000 / giant.chars().count());
            let span = Span::new(0, text.len()).trimmed(&text);
            let parts = bounded(&text, span);
            assert!((4..=5).contains(&parts.len()), "{giant:?}: {}", parts.len());
            assert!(parts[0].of(&text).ends_with(last) || giant == "dåm", "{giant:?}");
            let kept: usize =
                parts.iter().map(|part| part.of(&text).split_whitespace().collect::<String>().len()).sum();
            assert_eq!(kept, text.split_whitespace().collect::<String>().len(), "{giant:?}");
        }
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "The council of Orm voted on Friday to keep the dam, after a debate\n\
            that lasted most of the night and ended, as such debates do, with\n\
            Mayor Ida Brandt reading aloud from a letter.\n\
            Nobody had expected it. The engineers, who had come with a report\n\
            of their own, left before the vote was counted by the clerk.\n\n\
            Outside it rained on the people of the valley, who had been told to\n\
            wait and did.\n";
        assert_eq!(paragraphs(text).iter().map(|paragraph| paragraph.lines().count()).collect::<Vec<_>>(), [3, 2, 2]);
    }

    #[test]
    fn items_of_a_list_stand_apart() {
        assert_eq!(
            paragraphs("They want:\n- a dam\n- a road\n\nAnd more.\n\nNow."),
            ["They want:", "- a dam", "- a road", "And more.", "Now."]
        );
    }
}
