//! Lines of a text, whatever ends them.

/// Returns the first line that is not blank, and what follows it.
pub(super) fn first_line(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(is_blank_character);
    (!text.is_empty()).then(|| split_line(text))
}

/// Returns the text up to the line's end, whatever form that has, and what follows it.
pub(super) fn split_line(text: &str) -> (&str, &str) {
    match text.find(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        None => (text, ""),
        Some(end) => {
            let rest = &text[end..];
            let length = rest.chars().next().map_or(0, char::len_utf8);
            (&text[..end], rest.strip_prefix("\r\n").unwrap_or(&rest[length..]))
        }
    }
}

pub(super) fn is_blank(line: &str) -> bool {
    trimmed(line).is_empty()
}

pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(is_blank_character)
}

pub(super) fn is_blank_character(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\0')
}
