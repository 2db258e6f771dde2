//! What a spreadsheet does to text cells, and how ours are kept from it. Numbers and ids need no guard.

/// The most UTF-16 units that Excel keeps in one cell.
const LIMIT: usize = 32_767;

/// Room for the note that says how much was cut.
const NOTE: usize = 60;

/// Returns a text that a spreadsheet shows as it is and cuts nowhere, if this one is not such a text already.
///
/// A text that would be taken for a formula gets an apostrophe in front, control characters vanish, and what does not
/// fit in a cell is replaced by a note of its length.
pub fn guarded(text: &str) -> Option<String> {
    let is_formula = text.trim_start_matches(is_forbidden).starts_with(begins_formula);
    let is_long = text.encode_utf16().count() + usize::from(is_formula) > LIMIT;
    if !is_formula && !is_long && !text.contains(is_forbidden) {
        return None;
    }
    let mut cell = String::with_capacity(text.len().min(4 * LIMIT));
    if is_formula {
        cell.push('\'');
    }
    let mut units = cell.len();
    let mut characters = text.chars().filter(|character| !is_forbidden(*character));
    while let Some(character) = characters.next() {
        units += character.len_utf16();
        if is_long && units > LIMIT - NOTE {
            let more = characters.count() + 1;
            cell.push_str(&format!(" … [cut by sayso: {more} more characters]"));
            break;
        }
        cell.push(character);
    }
    Some(cell)
}

/// Tells whether some spreadsheet reads a cell that begins so as a formula; the wide forms count in East Asia.
fn begins_formula(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Tells whether a character may not stand in a spreadsheet's cell (it is no character of XML).
fn is_forbidden(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_guarded() {
        assert_eq!(guarded("=cmd|' /C calc'!A0").as_deref(), Some("'=cmd|' /C calc'!A0"));
        assert_eq!(guarded("+1").as_deref(), Some("'+1"));
        assert_eq!(guarded("\tx").as_deref(), Some("'\tx"));
        assert_eq!(guarded("＝1").as_deref(), Some("'＝1"));
        assert_eq!(guarded("1-1"), None);
        assert_eq!(guarded(""), None);
    }

    #[test]
    fn control_characters_vanish() {
        assert_eq!(guarded("a\0b\u{1b}[1mc").as_deref(), Some("ab[1mc"));
        assert_eq!(guarded("a\r\nb\tc"), None);
        assert_eq!(guarded("\0").as_deref(), Some(""));
        assert_eq!(guarded("\u{1}=1").as_deref(), Some("'=1"));
    }

    #[test]
    fn a_cut_is_visible_and_counted() {
        let cell = guarded(&"é".repeat(40_000)).expect("too long");
        let kept = cell.chars().take_while(|character| *character == 'é').count();
        assert!(cell.ends_with(&format!(" … [cut by sayso: {} more characters]", 40_000 - kept)));
        assert_eq!(guarded(&"x".repeat(LIMIT)), None);
        assert!(guarded(&"👍".repeat(LIMIT / 2 + 1)).is_some());
    }

    proptest! {
        #[test]
        fn what_is_guarded_needs_no_guard(text in "[=+\\-@\\t\\r\\n\\x00-\\x1fa👍]{0,5}", times in 1usize..20_000) {
            let cell = guarded(&text.repeat(times)).unwrap_or(text.repeat(times));
            prop_assert_eq!(guarded(&cell), None);
            prop_assert!(cell.encode_utf16().count() <= LIMIT);
        }
    }
}
