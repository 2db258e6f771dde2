//! Values made plain: on one line, or down to their letters.

use std::borrow::Cow;

/// Returns a value on one line: single spaces, nothing invisible.
pub(super) fn one_line(value: &str) -> Cow<'_, str> {
    let is_clean = !value.chars().any(|c| c.is_control() || is_invisible(c) || (c.is_whitespace() && c != ' '));
    if is_clean && !value.contains("  ") {
        return Cow::Borrowed(value.trim());
    }
    let visible: String =
        value.chars().filter(|c| !is_invisible(*c) && (c.is_whitespace() || !c.is_control())).collect();
    Cow::Owned(visible.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Marks without width that stand in no word; joiners, which some scripts need, are none.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Returns the letters and digits of a name, in small letters: "Published On" and "published_on" are one.
pub(super) fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
