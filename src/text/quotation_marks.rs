//! Double quotation marks of a paragraph, and what each can be by its shape and its neighbours. Pairing them is the
//! business of `quotations`.

use crate::span::Span;

/// One quotation mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Where it stands.
    pub span: Span,
    /// Which marks go with it.
    pub family: Family,
    /// What it can be.
    pub role: Role,
    /// Whether it follows a digit, so that it may be an inch mark.
    pub is_after_digit: bool,
    /// Whether it is a low mark, which a high opening mark closes: „so“.
    pub is_low: bool,
}

/// Marks that go with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// “ ” „ ‟ and pairs of single ones.
    Curly,
    /// « »
    Angle,
    /// " and pairs of apostrophes or backquotes.
    Straight,
}

/// What a mark can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It opens a quotation.
    Opens,
    /// It closes one.
    Closes,
    /// One or the other, by what is open.
    Either,
}

/// Finds the double quotation marks of a paragraph, in order.
pub(super) fn find_marks(text: &str, paragraph: Span) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut before = None;
    let mut characters = paragraph.of(text).char_indices().peekable();
    while let Some((byte, character)) = characters.next() {
        let mut length = character.len_utf8();
        let is_pair = is_paired(character) && before != Some(character) && {
            let mut rest = paragraph.of(text)[byte + length..].chars();
            rest.next() == Some(character) && rest.next() != Some(character)
        };
        if is_pair {
            characters.next();
            length *= 2;
        }
        if let Some((family, printed)) = shape(character, is_pair) {
            let after = characters.peek().map(|(_, next)| *next);
            let start = paragraph.start + byte;
            marks.push(Mark {
                span: Span::new(start, start + length),
                family,
                role: role(family, printed, before, after),
                is_after_digit: family == Family::Straight && before.is_some_and(|before| before.is_ascii_digit()),
                is_low: character == '„',
            });
        }
        before = Some(character);
    }
    marks
}

/// Tells whether two of a character, side by side, are one double mark.
fn is_paired(character: char) -> bool {
    matches!(character, '\'' | '`' | '‘' | '’')
}

/// Returns the family of a mark and what its shape says about its role.
fn shape(character: char, is_pair: bool) -> Option<(Family, Role)> {
    match character {
        '“' | '„' | '‟' | '〝' => Some((Family::Curly, Role::Opens)),
        '”' | '〞' => Some((Family::Curly, Role::Closes)),
        '‘' if is_pair => Some((Family::Curly, Role::Opens)),
        '’' if is_pair => Some((Family::Curly, Role::Closes)),
        '«' => Some((Family::Angle, Role::Opens)),
        '»' => Some((Family::Angle, Role::Closes)),
        '"' | '＂' => Some((Family::Straight, Role::Either)),
        '\'' if is_pair => Some((Family::Straight, Role::Either)),
        '`' if is_pair => Some((Family::Straight, Role::Opens)),
        _ => None,
    }
}

/// Returns the role of a mark between two characters. A printed direction counts unless the neighbours speak against
/// it, as in »so«, in ”so” and in “so“.
fn role(family: Family, printed: Role, before: Option<char>, after: Option<char>) -> Role {
    let is_at_start = before.is_none_or(|before| before.is_whitespace() || is_lead(before));
    let is_at_end = after.is_none_or(|after| after.is_whitespace() || is_tail(after));
    match (is_at_start, is_at_end) {
        (true, false) => Role::Opens,
        (true, true) if before.is_none() => Role::Opens,
        (false, true) if printed == Role::Either || family == Family::Angle => Role::Closes,
        (false, true) if printed == Role::Opens => Role::Either,
        _ => printed,
    }
}

/// Tells whether a character stands before a quotation rather than at its end.
fn is_lead(character: char) -> bool {
    matches!(character, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '‘' | '«' | '=' | ':' | '>')
}

/// Tells whether a character stands after a quotation rather than at its beginning.
fn is_tail(character: char) -> bool {
    matches!(
        character,
        ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '—' | '–' | '-' | '/' | '”' | '’' | '»' | '…' | '\''
    )
}
