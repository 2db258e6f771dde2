//! Single quotation marks, as British papers and headlines use them, told apart from apostrophes. Careful: a mark that
//! may be an apostrophe is one.

use super::Quotation;
use super::chunks::is_apostrophe;
use super::figures::elision;
use crate::span::Span;

/// Finds the stretches of a paragraph between single quotation marks, in order.
pub(super) fn find_single_quotations(text: &str, paragraph: Span) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut open: Option<Span> = None;
    let mut weak_close: Option<Span> = None;
    for mark in find_marks(text, paragraph) {
        match mark.role {
            Role::Opens => {
                // A weak closing mark counts once no better one came before the next quotation.
                quotations
                    .extend(open.take().zip(weak_close.take()).map(|(open, close)| Quotation::closed(open, close)));
                open = Some(mark.span);
            }
            Role::Closes => {
                if let Some(open) = open.take() {
                    quotations.push(Quotation::closed(open, mark.span));
                    weak_close = None;
                }
            }
            Role::MayClose => weak_close = open.map(|_| mark.span),
        }
    }
    match (open, weak_close) {
        (Some(open), Some(close)) => quotations.push(Quotation::closed(open, close)),
        // A quotation of several paragraphs opens each and closes only the last.
        (Some(open), None) if open.start == paragraph.start && open.of(text) == "‘" => {
            quotations.push(Quotation::unclosed(open, paragraph.end));
        }
        _ => {}
    }
    quotations
}

struct Mark {
    span: Span,
    role: Role,
}

enum Role {
    Opens,
    Closes,
    /// After an s or a dropped g it may be an apostrophe: "the miners’ wives", "talkin’".
    MayClose,
}

fn find_marks(text: &str, paragraph: Span) -> Vec<Mark> {
    let words = paragraph.of(text);
    let mut marks = Vec::new();
    let (mut earlier, mut before) = (None, None);
    let mut characters = words.char_indices().peekable();
    while let Some((byte, character)) = characters.next() {
        if character == '‘' || is_apostrophe(character) {
            let after = characters.peek().map(|(_, next)| *next);
            if let Some(role) = role(&words[byte..], character, (earlier, before), after) {
                let start = paragraph.start + byte;
                marks.push(Mark { span: Span::new(start, start + character.len_utf8()), role });
            }
        }
        (earlier, before) = (before, Some(character));
    }
    marks
}

/// Returns what a mark is by its neighbours: the two characters before it and the one after it.
fn role(rest: &str, mark: char, (earlier, before): (Option<char>, Option<char>), after: Option<char>) -> Option<Role> {
    let is_at_start =
        before.is_none_or(|before| before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | '“' | '"'));
    let is_at_end = after.is_none_or(|after| !after.is_alphanumeric() && !is_apostrophe(after));
    if is_at_start {
        let opens = mark != '’' && !is_at_end && elision(rest, false).is_none();
        return opens.then_some(Role::Opens);
    }
    if mark == '‘' || !is_at_end || before.is_some_and(is_apostrophe) {
        return None;
    }
    match (earlier, before) {
        (_, Some('s' | 'S' | 'z' | 'x')) | (Some('i'), Some('n')) => Some(Role::MayClose),
        _ => Some(Role::Closes),
    }
}
